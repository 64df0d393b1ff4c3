/** Bonus windows of all programs over time, on the clocks of each program's zone. */
import { Alert, Box, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Clock } from "lucide-react";
import { useMay } from "../../app/me.ts";
import { read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { number, zone } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Window, offsetWords, windowsOf } from "./bonus-windows.ts";
import { CampaignPage } from "./nav.tsx";

export function Bonuses() {
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const go = { component: Link, to: "/programs" } as object;
  return (
    <CampaignPage
      title={t("Bonus windows")}
      text={t("Between two instants everything counts more. What counts is when it happened, also when it is heard of later.")}
    >
      <Shown of={programs}>
        {({ data }) => {
          const windows = windowsOf(data, zone());
          if (windows.length === 0)
            return (
              <EmptyState
                title={t("No program has a bonus window")}
                text={t("Double for a weekend: a window belongs to a program and is written in its editor.")}
                act={<Button {...go}>{t("Choose a program")}</Button>}
              />
            );
          return <Windows of={windows} />;
        }}
      </Shown>
    </CampaignPage>
  );
}

function Windows({ of }: { of: readonly Window[] }) {
  const from = Math.min(...of.map((each) => each.from));
  const to = Math.max(...of.map((each) => each.to), Date.now());
  const begin = Math.min(from, Date.now());
  const at = (ms: number): string => `${((ms - begin) / Math.max(1, to - begin)) * 100}%`;
  return (
    <Stack>
      {of.map((each) => (
        <OneWindow key={`${each.program} ${each.key} ${each.isDraft}`} of={each} at={at} />
      ))}
    </Stack>
  );
}

function OneWindow({ of, at }: { of: Window; at: (ms: number) => string }) {
  const may = useMay();
  const now = Date.now();
  const state = of.isDraft
    ? { tone: "gray" as const, word: t("In the draft"), why: t("It counts once the program is published.") }
    : now < of.from
      ? { tone: "amber" as const, word: t("Planned"), why: t("It begins at its time.") }
      : now < of.to
        ? { tone: "leaf" as const, word: t("On now"), why: t("What happens now counts more.") }
        : { tone: "gray" as const, word: t("Over"), why: t("What happened in it still counts more, whenever it is heard of.") };
  const edit = { component: Link, to: `/programs/${encodeURIComponent(of.program)}/edit` } as object;
  const shift = offsetWords(of);
  return (
    <Section
      title={t("{program}: {key}", { program: of.name, key: of.key })}
      acts={
        <>
          <Status {...state} />
          {may("programs:write") && (
            <Button size="xs" variant="default" {...edit}>
              {t("Change in the program")}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm">
        {t("Times {factor}, from {from} to {to}, on the clocks of {zone}.", {
          factor: number(of.multiply),
          from: of.fromText,
          to: of.toText,
          zone: of.zone,
        })}
      </Text>
      {of.rules.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("Only for {rules}.", { rules: of.rules.join(", ") })}
        </Text>
      )}
      <Box pos="relative" h={12} mt="sm" bg="var(--mantine-color-default-border)" style={{ borderRadius: 6 }} aria-hidden>
        <Box
          pos="absolute"
          h={12}
          bg={of.isDraft ? "gray" : "vine"}
          style={{ insetInlineStart: at(of.from), width: `calc(${at(of.to)} - ${at(of.from)})`, minWidth: 6, borderRadius: 6 }}
        />
        <Box pos="absolute" h={20} w={2} top={-4} bg="rust" style={{ insetInlineStart: at(now) }} />
      </Box>
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {t("The line is now.")}
        </Text>
      </Group>
      {shift !== null && (
        <Alert color="sky" variant="light" mt="xs" icon={<Clock size={18} />}>
          {shift}
        </Alert>
      )}
    </Section>
  );
}
