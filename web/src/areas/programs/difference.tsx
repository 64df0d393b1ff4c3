/** Two definitions side by side in words: what people read of each, then every field that differs, then the documents themselves. */
import { Box, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Button } from "@mantine/core";
import { Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Changes } from "./changes.tsx";
import { changesOf } from "./draft/merge.ts";
import type { Json } from "./draft/path.ts";
import { type Preview, previewRead } from "./draft/preview.ts";

const MergeView = lazy(() => import("./document/merge-view.tsx"));

type Line = { key: string; before?: string; after?: string };

export function Difference({ from, to }: { from: Json; to: Json }) {
  const [open, setOpen] = useState(false);
  const before = useQuery(previewRead(from));
  const after = useQuery(previewRead(to));
  const lines = before.data === undefined || after.data === undefined ? null : wordsDiffer(before.data, after.data);
  return (
    <Stack gap="md">
      <Box>
        <Title order={3} size="h3" mb="xs">
          {t("What people read")}
        </Title>
        {lines === null ? <Lines n={3} /> : <WordLines of={lines} />}
      </Box>
      <Box>
        <Title order={3} size="h3" mb="xs">
          {t("Every change")}
        </Title>
        <Changes of={changesOf(from, to)} document={to} />
      </Box>
      <Box>
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("Hide the documents") : t("Show the documents side by side")}
        </Button>
        {open && (
          <Suspense fallback={<Lines n={8} />}>
            <MergeView from={from} to={to} />
          </Suspense>
        )}
      </Box>
    </Stack>
  );
}

/** Sentences of rewards by their key, then the headline and the steps by their place. */
function wordsDiffer(before: Preview, after: Preview): Line[] {
  const said = (preview: Preview): Map<string, string> => {
    const { words } = preview;
    if (words === null) return new Map();
    return new Map([
      [t("Headline"), words.headline],
      ...words.rules.map(({ key, text, detail }): [string, string] => [key, detail === "" ? text : `${text}. ${detail}`]),
      ...words.steps.map((step, i): [string, string] => [t("Step {n}", { n: i + 1 }), `${step.title}: ${step.text}`]),
      ...words.faq.map((each): [string, string] => [each.question, each.answer]),
    ]);
  };
  const [a, b] = [said(before), said(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [was, is] = [a.get(key), b.get(key)];
    return was === is ? [] : [{ key, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function WordLines({ of }: { of: readonly Line[] }) {
  if (of.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("People read the same as before.")}
      </Text>
    );
  return (
    <Stack gap="xs" data-words-differ>
      {of.map(({ key, before, after }) => (
        <Box key={key}>
          <Text size="xs" c="dimmed" fw={600}>
            {key}
          </Text>
          {before !== undefined && (
            <Text size="sm" component="del" display="block" c="dimmed" td="line-through">
              {before}
            </Text>
          )}
          <Text size="sm" component={after === undefined ? "span" : "ins"} display="block" td="none">
            {after ?? t("not said any more")}
          </Text>
        </Box>
      ))}
    </Stack>
  );
}
