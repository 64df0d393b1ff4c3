/** What a list offers besides its rows: which columns it shows, and the same as a file. */
import { ActionIcon, Box, Button, Checkbox, Group, Popover, Stack, Table } from "@mantine/core";
import { useIsFetching } from "@tanstack/react-query";
import { Download, Settings2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { saveText } from "../api/files.ts";
import { number } from "../words/format.ts";
import { t } from "../words/say.ts";
import { tell } from "./act.tsx";
import { csvOf } from "./csv.ts";
import type { Column, ListProps } from "./list-shape.ts";
import { fileName, rowsOf } from "./table-file.tsx";

/** Rows of a file: each is drawn once, off the screen, so that it says what the list says. The API's lists have no such end. */
const MOST = 5_000;

type Props<R> = Pick<ListProps<R>, "of" | "columns" | "keyOf" | "label"> & {
  hidden: readonly string[];
  setHidden: (keys: string[]) => void;
};

export function ListTools<R>({ of, columns, keyOf, label, hidden, setHidden }: Props<R>) {
  const [drawn, setDrawn] = useState<R[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState(false);
  // A column without a name holds what can be done with a row.
  const named = columns.filter((each) => each.label !== "");
  const toggle = (key: string): void => setHidden(hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key]);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { rows, more } = await readRows<R>(of);
      if (more) tell(t("The file holds the first {n} rows", { n: number(rows.length) }));
      setDrawn(rows);
    } catch {
      setBusy(false);
      tell(t("The rows could not be read"));
    }
  };
  const done = (table: HTMLTableElement): void => {
    saveText(csvOf(rowsOf(table)), fileName(label, "csv"));
    setDrawn(null);
    setBusy(false);
  };
  return (
    <Group justify="flex-end" h={28}>
      <Popover position="bottom-end" trapFocus returnFocus opened={opened} onChange={setOpened}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            loading={busy}
            aria-label={`${t("Columns and file")}: ${label}`}
            onClick={() => setOpened(!opened)}
          >
            <Settings2 size={16} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t("Columns and file")}>
          <Stack gap="xs">
            {named.slice(1).map(({ key, label: name }) => (
              <Checkbox key={key} size="xs" label={name} checked={!hidden.includes(key)} onChange={() => toggle(key)} />
            ))}
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<Download size={14} aria-hidden />}
              onClick={() => {
                setOpened(false);
                void save();
              }}
            >
              {t("Save as CSV")}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {drawn !== null && <Drawn rows={drawn} columns={named.filter((each) => !hidden.includes(each.key))} keyOf={keyOf} done={done} />}
    </Group>
  );
}

/** All pages of the list, up to what a file holds. */
async function readRows<R>(of: ListProps<R>["of"]): Promise<{ rows: R[]; more: boolean }> {
  let read = of;
  const rows = (): R[] => read.data?.pages.flatMap((page) => (page as { data: R[] }).data) ?? [];
  while (read.hasNextPage && rows().length < MOST) {
    const next = await read.fetchNextPage();
    if (next.isError) throw next.error;
    read = next as typeof of;
  }
  return { rows: rows().slice(0, MOST), more: read.hasNextPage || rows().length > MOST };
}

type DrawnProps<R> = {
  rows: readonly R[];
  columns: readonly Column<R>[];
  keyOf: (row: R) => string;
  done: (table: HTMLTableElement) => void;
};

/** The rows where nobody sees them, until the names that they ask for are there. */
function Drawn<R>({ rows, columns, keyOf, done }: DrawnProps<R>) {
  const table = useRef<HTMLTableElement>(null);
  const waiting = useIsFetching();
  useEffect(() => {
    if (waiting > 0) return undefined;
    // Names are asked for a moment after the rows are drawn.
    const timer = setTimeout(() => table.current !== null && done(table.current), 60);
    return () => clearTimeout(timer);
  }, [waiting, done]);
  return (
    <Box aria-hidden inert style={{ position: "fixed", insetInlineStart: -99_999, top: 0, width: 2_000 }}>
      <Table ref={table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((each) => (
              <Table.Th key={each.key}>{each.label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map((each) => (
                <Table.Td key={each.key}>{each.cell(row)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
