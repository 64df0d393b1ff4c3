/**
 * A list by cursor: rows are drawn while they are seen (virtual), the next page is asked for near the end, arrows move, Enter opens. On a
 * phone a row is its first columns below each other.
 */
import { Box, Button, Group, Loader, Table, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, Suspense, lazy, useEffect, useRef, useState } from "react";
import { number } from "../words/format.ts";
import { t } from "../words/say.ts";
import type { Column, ListProps } from "./list-shape.ts";
import { ErrorState, Lines } from "./states.tsx";

export type { Column } from "./list-shape.ts";

const ROW = 48;
const Tools = lazy(async () => ({ default: (await import("./list-tools.tsx")).ListTools }));

/** Columns of a list that this operator left out, in this browser. */
function useHidden(label: string): [string[], (keys: string[]) => void] {
  const name = `gv-columns ${label}`;
  const [hidden, setHidden] = useState<string[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? "[]") as string[];
    } catch {
      return [];
    }
  });
  const keep = (keys: string[]): void => {
    setHidden(keys);
    localStorage.setItem(name, JSON.stringify(keys));
  };
  return [hidden, keep];
}

export function List<R>({ of, columns, keyOf, open, empty, label }: ListProps<R>) {
  const phone = useMediaQuery("(max-width: 48em)") ?? false;
  const rows = of.data?.pages.flatMap((page) => (page as { data: R[] }).data) ?? [];
  // A header that stays needs a table that does not scroll in itself.
  const roomy = useMediaQuery("(min-width: 75em)") ?? false;
  const [hidden, setHidden] = useHidden(label);
  const shown = columns.filter((each, nth) => !(phone && each.wide) && (phone || nth === 0 || !hidden.includes(each.key)));
  const box = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: box.current?.offsetTop ?? 0,
    getItemKey: (index) => keyOf(rows[index]!),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = of;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length > 0 && last >= rows.length - 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  if (of.data === undefined)
    return of.error ? <ErrorState error={of.error} retry={() => void of.refetch()} /> : <Lines n={8} height={28} />;
  if (rows.length === 0) return <>{empty}</>;
  const before = items[0] === undefined ? 0 : items[0].start - virtual.options.scrollMargin;
  const after = items.length === 0 ? 0 : virtual.getTotalSize() - (items.at(-1)!.end - virtual.options.scrollMargin);
  return (
    <Box ref={box}>
      {!phone && (
        <Suspense fallback={<Box h={28} />}>
          <Tools
            of={of}
            columns={columns as Column<unknown>[]}
            keyOf={keyOf as never}
            label={label}
            hidden={hidden}
            setHidden={setHidden}
          />
        </Suspense>
      )}
      <Box style={{ overflowX: roomy ? undefined : "auto" }}>
        <Table
          stickyHeader={roomy}
          stickyHeaderOffset="var(--app-shell-header-height, 0px)"
          highlightOnHover={open !== undefined}
          verticalSpacing="xs"
          aria-label={label}
          aria-rowcount={of.hasNextPage ? -1 : rows.length}
        >
          <Table.Thead>
            <Table.Tr>
              {shown.map((each, nth) => (
                // On a phone what is in a column says how wide it is, and the first one stays readable.
                <Table.Th key={each.key} w={{ xs: each.width }} miw={nth === 0 ? 96 : undefined} ta={each.end ? "end" : undefined}>
                  {each.label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody onKeyDown={moveByKeys}>
            {before > 0 && <tr style={{ height: before }} aria-hidden />}
            {items.map(({ index, key }) => (
              <OneRow key={key} row={rows[index]!} columns={shown} open={open} />
            ))}
            {after > 0 && <tr style={{ height: after }} aria-hidden />}
          </Table.Tbody>
        </Table>
      </Box>
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          {of.hasNextPage
            ? t("{n} shown, more below", { n: number(rows.length) })
            : t("{n, plural, one {# row} other {# rows}}", { n: rows.length })}
        </Text>
        {of.isFetchingNextPage ? (
          <Loader size="xs" />
        ) : (
          of.hasNextPage && (
            <Button size="xs" variant="subtle" onClick={() => void of.fetchNextPage()}>
              {t("More")}
            </Button>
          )
        )}
      </Group>
    </Box>
  );
}

function OneRow<R>({ row, columns, open }: { row: R; columns: readonly Column<R>[]; open?: (row: R) => void }) {
  const cells = columns.map((each) => (
    <Table.Td key={each.key} ta={each.end ? "end" : undefined} style={{ overflowWrap: "anywhere" }}>
      {each.cell(row)}
    </Table.Td>
  ));
  if (open === undefined) return <Table.Tr>{cells}</Table.Tr>;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target === event.currentTarget) open(row);
  };
  return (
    <Table.Tr className="gv-row" tabIndex={0} onClick={() => open(row)} onKeyDown={onKeyDown}>
      {cells}
    </Table.Tr>
  );
}

function moveByKeys(event: KeyboardEvent<HTMLElement>): void {
  const step =
    event.key === "ArrowDown" || event.key === "j"
      ? "nextElementSibling"
      : event.key === "ArrowUp" || event.key === "k"
        ? "previousElementSibling"
        : null;
  if (step === null || (event.target as HTMLElement).tagName !== "TR") return;
  event.preventDefault();
  ((event.target as HTMLElement)[step] as HTMLElement | null)?.focus();
}
