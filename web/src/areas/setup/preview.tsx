/** What the answers come to: the words that both sides will read, and what is still to be mended. */
import { Alert, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { api, unwrap } from "../../api/client.ts";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { language, t } from "../../words/say.ts";
import type { Document } from "./build.ts";

export function Preview({ document, waiting }: { document: Document | null; waiting: boolean }) {
  const [shown] = useDebouncedValue(document === null ? null : JSON.stringify(document), 300);
  const preview = useQuery({
    queryKey: ["/v1/programs/preview", shown, language()],
    enabled: shown !== null,
    placeholderData: (before) => before,
    queryFn: () =>
      unwrap(
        api.POST("/v1/programs/preview", {
          body: { definition: JSON.parse(shown!) as Record<string, unknown>, locale: language(), friends: 1 },
        }),
      ),
  });
  if (document === null && !waiting)
    return (
      <Section title={t("What people will read")}>
        <Text size="sm" c="dimmed">
          {t("Answer the questions: what both sides get is shown here, in their words.")}
        </Text>
      </Section>
    );
  if (preview.error) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <Lines n={8} />;
  const { words, findings } = preview.data;
  const errors = findings.filter((each) => each.severity === "error");
  return (
    <Section title={t("What people will read")}>
      <Stack gap="md" aria-live="polite">
        {errors.map((each) => (
          <Alert key={each.pointer + each.code} color="rust" variant="light">
            {each.message}
          </Alert>
        ))}
        {words !== null && (
          <>
            <Side title={t("Whoever recommends")} of={words.you_get} />
            <Side
              title={t("The friend")}
              of={words.friend_gets}
              none={t("Nothing of her own: she hears of you from somebody she knows.")}
            />
            <div>
              <Text size="sm" c="dimmed">
                {t("How it works")}
              </Text>
              <List type="ordered" size="sm" spacing={4}>
                {words.steps.map((each) => (
                  <List.Item key={each.title}>{each.text === "" ? each.title : `${each.title}: ${each.text}`}</List.Item>
                ))}
              </List>
            </div>
          </>
        )}
      </Stack>
    </Section>
  );
}

function Side({ title, of, none }: { title: string; of: readonly { text: string; detail: string }[]; none?: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      {of.map(({ text, detail }) => (
        <div key={text + detail}>
          <Text fw={600}>{text}</Text>
          {detail !== "" && (
            <Text size="sm" c="dimmed">
              {detail}
            </Text>
          )}
        </div>
      ))}
      {of.length === 0 && <Text size="sm">{none ?? t("Nothing")}</Text>}
    </div>
  );
}
