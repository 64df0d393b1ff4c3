/** HTML and Liquid of one's own in place of the blocks. What is wrong is marked at its line. */
import { GrapevineError } from "@grapevine/sdk";
import { Alert, Stack, Text } from "@mantine/core";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import { Code } from "./code.tsx";
import type { Body } from "./blocks.ts";

const VALUES =
  "title, description, language, business.name, business.logo, offer.short, offer.friend, blocks, ends, slot.name, slot.code, slot.go";

/** What the server says of the template, with its line where it names one. */
function trouble(error: unknown, field: "template" | "css"): { line: number; message: string } | null {
  if (!(error instanceof GrapevineError)) return null;
  const found = (error.problem.errors ?? []).find(({ pointer }) => pointer.endsWith(`/${field}`));
  if (found === undefined) return null;
  return { line: Number(/line:?\s*(\d+)/i.exec(found.message)?.[1] ?? 1), message: found.message };
}

export function Template({ body, change, error }: { body: Body; change: (next: Body) => void; error: unknown }) {
  const [inTemplate, inCss] = [trouble(error, "template"), trouble(error, "css")];
  return (
    <Section
      title={t("Own HTML")}
      text={t(
        "Liquid fills in the values. Scripts, forms, frames and styles in it are taken out; put {action} where the button belongs.",
        { action: "{{ action }}" },
      )}
    >
      <Stack gap="sm">
        <Code
          label={t("Template")}
          value={body.template ?? ""}
          trouble={inTemplate}
          change={(template) => change({ ...body, template })}
        />
        {inTemplate !== null && (
          <Alert color="rust" role="alert" title={t("Line {n} cannot be drawn", { n: inTemplate.line })}>
            <Text size="sm">{inTemplate.message}</Text>
            <Text size="sm">{t("Until it is mended, friends get the blocks.")}</Text>
          </Alert>
        )}
        <Code label={t("Styles")} value={body.css ?? ""} trouble={inCss} change={(css) => change({ ...body, css })} rows={8} />
        {inCss !== null && (
          <Alert color="rust" role="alert" title={t("These styles cannot be used")}>
            <Text size="sm">{inCss.message}</Text>
          </Alert>
        )}
        <Text size="xs" c="dimmed">
          {t("Values: {values}", { values: VALUES })}
        </Text>
      </Stack>
    </Section>
  );
}
