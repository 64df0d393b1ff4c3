/** A list inside a page: a few rows, and more when asked for. */
import { Box, Button, Group, Stack, Text } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";

type Props<R> = {
  of: UseInfiniteQueryResult<InfiniteData<unknown>>;
  keyOf: (row: R) => string;
  row: (row: R) => ReactNode;
  empty: string;
};

export function ShortList<R>({ of, keyOf, row, empty }: Props<R>) {
  if (of.data === undefined) return of.error ? <ErrorState error={of.error} retry={() => void of.refetch()} /> : <Lines n={3} />;
  const rows = of.data.pages.flatMap((page) => (page as { data: R[] }).data);
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  return (
    <Stack gap={0}>
      {rows.map((each) => (
        <Box key={keyOf(each)} py={8} style={{ borderBlockEnd: "1px solid var(--mantine-color-default-border)" }}>
          {row(each)}
        </Box>
      ))}
      {of.hasNextPage && (
        <Group justify="flex-end" mt="xs">
          <Button size="xs" variant="subtle" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
            {t("More")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Left and right of one row. */
export function Line({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <Box style={{ minWidth: 0, flex: "1 1 200px", overflowWrap: "anywhere" }}>{children}</Box>
      <Group gap="xs" wrap="nowrap">
        {end}
      </Group>
    </Group>
  );
}
