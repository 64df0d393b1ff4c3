/** Changes in words: place, before, after. */
import { Box, Group, Stack, Text } from "@mantine/core";
import { t } from "../../words/say.ts";
import type { Change } from "./draft/merge.ts";
import { placeWords, valueWords } from "./place-words.ts";

export function Changes({ of, document }: { of: readonly Change[]; document: unknown }) {
  if (of.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("Nothing is different.")}
      </Text>
    );
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
      {of.map((change) => (
        <Box component="li" key={change.path.join("/")}>
          <Text size="sm" fw={600}>
            {placeWords(change.path, document)}
          </Text>
          <Values from={change.from} to={change.to} />
        </Box>
      ))}
    </Stack>
  );
}

function Values({ from, to }: { from: unknown; to: unknown }) {
  if (from === "order" && to === "order") return <Text size="sm">{t("in another order")}</Text>;
  return (
    <Group gap="xs" align="baseline">
      {from !== undefined && (
        <Text size="sm" component="del" c="dimmed" td="line-through" style={{ overflowWrap: "anywhere" }}>
          {valueWords(from)}
        </Text>
      )}
      <Text size="sm" component={to === undefined ? "span" : "ins"} style={{ overflowWrap: "anywhere", textDecoration: "none" }} fw={500}>
        {to === undefined ? t("removed") : valueWords(to)}
      </Text>
    </Group>
  );
}
