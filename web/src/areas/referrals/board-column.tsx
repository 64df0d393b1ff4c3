/** A column: its cards, a page of 100 at a time, and a place to drop one. */
import { Badge, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { ErrorState } from "../../kit/states.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { BoardCard } from "./board-card.tsx";
import { type BoardRow, type CardData, type ColumnProps, DRAGGED, cardOf, columnQuery } from "./board-kinds.ts";

export function Column(props: ColumnProps) {
  const { column, index, of, move, held } = props;
  const [over, setOver] = useState(false);
  const list = useInfiniteQuery(
    columnQuery(of.kind, of.program, column.key) as ReturnType<typeof columnQuery> & object as never,
  ) as ReturnType<typeof useInfiniteQuery<{ data: BoardRow[]; next: string | null }, Error>>;
  const data = list.data as { pages: { data: BoardRow[] }[] } | undefined;
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  const drop = (event: DragEvent): void => {
    setOver(false);
    const text = event.dataTransfer.getData(DRAGGED);
    if (text === "") return;
    event.preventDefault();
    move(JSON.parse(text) as CardData, column);
  };
  const allow = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setOver(true);
  };
  const marked = over || held?.over === index;
  return (
    <section
      className="gv-board-column"
      aria-label={column.name}
      data-over={marked ? "" : undefined}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h4" fz="sm" style={{ overflowWrap: "anywhere" }}>
          {column.name}
        </Title>
        {data !== undefined && (
          <Badge variant="default" tt="none">
            {list.hasNextPage ? t("{n}+", { n: number(rows.length) }) : number(rows.length)}
          </Badge>
        )}
      </Group>
      {data === undefined && (list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : <Skeletons />)}
      {data !== undefined && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("Nothing here")}
        </Text>
      )}
      <Stack gap="xs">
        {rows.map((row) => (
          <BoardCard key={row.id} card={cardOf(of.kind, row, of.deadlines)} {...props} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button mt="xs" size="xs" variant="subtle" fullWidth loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("More")}
        </Button>
      )}
    </section>
  );
}

function Skeletons() {
  return (
    <Stack gap="xs" role="status" aria-busy aria-label={t("Loading")}>
      <Skeleton height={72} />
      <Skeleton height={72} />
      <Skeleton height={72} />
    </Stack>
  );
}
