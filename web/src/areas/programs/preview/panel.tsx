/** Beside the form: what people read, what it costs, and the page, of the draft as it stands. */
import { Box, Card, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ErrorState, Lines } from "../../../kit/states.tsx";
import { t } from "../../../words/say.ts";
import { usePreview } from "../draft/preview.ts";
import { Findings } from "../findings.tsx";
import { CostExample } from "./cost.tsx";
import { PagePreview } from "./page.tsx";

type Side = "words" | "cost" | "page";

export function PreviewPanel() {
  const { side = "words" } = useSearch({ strict: false }) as { side?: Side };
  const navigate = useNavigate();
  const show = (next: string): void =>
    void navigate({
      to: ".",
      search: (now: object) => ({ ...now, side: next === "words" ? undefined : next }) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <Stack gap="sm" component="aside" aria-label={t("Preview")}>
      <FindingsOnTop />
      <Card>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t("Preview")}
          value={side}
          onChange={show}
          data={[
            { value: "words", label: t("Words") },
            { value: "cost", label: t("Cost") },
            { value: "page", label: t("Page") },
          ]}
        />
        <Box mt="sm">
          {side === "words" && <Words />}
          {side === "cost" && <CostExample />}
          {side === "page" && <PagePreview />}
        </Box>
      </Card>
    </Stack>
  );
}

/** Findings of no one reward: those stand with their reward. */
function FindingsOnTop() {
  const { data } = usePreview();
  const all = data?.findings ?? [];
  const errors = all.filter((each) => each.severity === "error").length;
  const others = all.filter((each) => !/^\/rewards\/\d/.test(each.pointer));
  const inRewards = all.length - others.length;
  if (data === undefined) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status" fw={600}>
        {errors > 0
          ? t("{n, plural, one {# error keeps} other {# errors keep}} it from being published.", { n: errors })
          : all.length > 0
            ? t("{n, plural, one {# hint} other {# hints}}, no errors.", { n: all.length })
            : t("Nothing to complain about.")}
      </Text>
      <Findings of={others} go />
      {inRewards > 0 && (
        <Text size="xs" c="dimmed">
          {t("{n, plural, one {# more stands} other {# more stand}} with its reward.", { n: inRewards })}
        </Text>
      )}
    </Stack>
  );
}

function Words() {
  const { data, error, isPending, isPlaceholderData } = usePreview();
  if (error) return <ErrorState error={error} />;
  if (isPending) return <Lines />;
  if (data?.words == null)
    return (
      <Text size="sm" c="dimmed">
        {t("Words appear as soon as everything can be read: see what is missing.")}
      </Text>
    );
  const { headline, you_get, friend_gets, steps, faq } = data.words;
  return (
    <Stack gap="md" opacity={isPlaceholderData ? 0.6 : 1} aria-live="polite" data-preview="words">
      <Title order={3} size="h3" style={{ overflowWrap: "anywhere" }}>
        {headline}
      </Title>
      <Worths title={t("The advocate reads")} of={you_get} none={t("Nothing: she recommends without a reward.")} />
      <Worths title={t("The friend reads")} of={friend_gets} none={t("Nothing: no reward for her.")} />
      <Box>
        <Label>{t("How it works, in the portal")}</Label>
        <ol style={{ margin: 0, paddingInlineStart: 20 }}>
          {steps.map((step) => (
            <li key={step.title}>
              <Text size="sm" fw={600}>
                {step.title}
              </Text>
              <Text size="sm">{step.text}</Text>
            </li>
          ))}
        </ol>
      </Box>
      <Box>
        <Label>{t("Questions and answers, in the portal")}</Label>
        {faq.map((each) => (
          <details key={each.question}>
            <summary>
              <Text span size="sm">
                {each.question}
              </Text>
            </summary>
            <Text size="sm" c="dimmed" pb="xs">
              {each.answer}
            </Text>
          </details>
        ))}
      </Box>
    </Stack>
  );
}

function Label({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed" fw={600} mb={4}>
      {children}
    </Text>
  );
}

function Worths({ title, of, none }: { title: string; of: readonly { text: string; detail: string }[]; none: string }) {
  return (
    <Box>
      <Label>{title}</Label>
      {of.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Stack gap="xs">
          {of.map((each) => (
            <div key={each.text}>
              <Text size="sm">{each.text}</Text>
              <Text size="xs" c="dimmed">
                {each.detail}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Box>
  );
}
