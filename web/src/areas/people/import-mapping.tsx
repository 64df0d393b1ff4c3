/** What the columns are: guessed, shown with the first rows as they would be understood, and changed until it is right. */
import { Alert, Button, Group, ScrollArea, SegmentedControl, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { instant, money, number } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { attributeOf, targets, targetWord } from "./import-fields.ts";
import type { Plan } from "./import-run.ts";
import { type Preview, previewOf, sizeWords } from "./import-preview.ts";
import type { TableFile } from "./table-file.ts";

type Props = { file: TableFile; first: Preview; back: () => void; start: (plan: Plan) => Promise<void> };
type Kind = "people" | "orders";
type Document = { type?: string; set?: Record<string, string>; dates?: string; decimal?: string; currency?: string; zone?: string };

export function Mapping({ file, first, back, start }: Props) {
  const me = useMe();
  const withZone = (document: Document): Document => ({ zone: me.workspace.zone, ...document });
  const [kind, setKind] = useState<Kind>(first.kind);
  const [mapping, setMapping] = useState<Document>(withZone(first.mapping as Document));
  const asked = useQuery({
    queryKey: ["import-preview", file.name, file.bytes.size, kind, mapping],
    queryFn: () => previewOf({ text: file.head, kind, mapping: mapping as Record<string, unknown> }),
    placeholderData: keepPreviousData,
  });
  const preview = asked.data ?? first;
  const change = (next: Document): void => setMapping(withId(next));
  const switchTo = useAct({
    run: (next: Kind) => previewOf({ text: file.head, kind: next }),
    changes: [],
    after: (guess, next) => {
      setKind(next);
      setMapping(withZone(guess.mapping as Document));
    },
  });
  const send = useAct({
    run: () => {
      const { header, delimiter, begins, row } = preview;
      return start({ table: file, header, delimiter, begins, row, mapping: mapping as Record<string, unknown> });
    },
    changes: [],
  });
  const identified = ["person.user_id", "person.email", "person.phone"].some((field) => mapping.set?.[field] !== undefined);
  const isReady = preview.problems.length === 0 && identified && asked.error === null;
  return (
    <Stack gap="md">
      <Section
        title={file.name}
        text={t("{size}, {columns} columns", { size: sizeWords(file.bytes.size), columns: number(preview.header.length) })}
        acts={
          <Button variant="default" size="xs" onClick={back}>
            {t("Another file")}
          </Button>
        }
      >
        <Stack gap="md">
          {file.encoding !== "utf-8" && (
            <Alert color="amber" variant="light">
              {file.encoding === "utf-16"
                ? t("The file was UTF-16 and is read as that.")
                : t("The file is not UTF-8. It is read as Western European (Windows-1252): look whether accents are right below.")}
            </Alert>
          )}
          <SegmentedControl
            aria-label={t("What the rows are")}
            value={kind}
            onChange={(next) => switchTo.mutate(next as Kind)}
            data={[
              { value: "people", label: t("People") },
              { value: "orders", label: t("Past orders") },
            ]}
          />
          <Columns preview={preview} mapping={mapping} kind={kind} change={change} />
          {kind === "orders" && <OrderForms mapping={mapping} change={change} />}
          {switchTo.error && <ErrorState error={switchTo.error} />}
        </Stack>
      </Section>
      <Understood preview={preview} error={asked.error} mapping={mapping} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" className="gv-text">
          {identified
            ? t("Rows that cannot be read are refused one by one and handed back to you as a file. The others are taken.")
            : t("Choose a column that says who a row is about: your id, an e-mail address or a phone number.")}
        </Text>
        <Button onClick={() => send.mutate()} loading={send.isPending} disabled={!isReady}>
          {t("Import")}
        </Button>
      </Group>
      {send.error && <ErrorState error={send.error} />}
    </Stack>
  );
}

/** An order is known again by its number. */
function withId(mapping: Document): Document {
  const set = { ...mapping.set };
  delete set["id"];
  const order = set["order.id"];
  if (order !== undefined && mapping.type === "purchase") set["id"] = `order-{${order}}`;
  return { ...mapping, set };
}

type ColumnsProps = { preview: Preview; mapping: Document; kind: Kind; change: (next: Document) => void };

function Columns({ preview, mapping, kind, change }: ColumnsProps) {
  const fieldOf = (column: string): string | null =>
    Object.entries(mapping.set ?? {}).find(([field, from]) => from === column && field !== "id")?.[0] ?? null;
  const choose = (column: string, field: string | null): void => {
    const set = Object.fromEntries(Object.entries(mapping.set ?? {}).filter(([, from]) => from !== column));
    if (field !== null) set[field] = column;
    change({ ...mapping, set });
  };
  return (
    <ScrollArea.Autosize mah={360} type="auto">
      <Table aria-label={t("Columns")} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Column")}</Table.Th>
            <Table.Th>{t("First values")}</Table.Th>
            <Table.Th>{t("What it is")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.header.map((column, i) => (
            <Table.Tr key={`${column}:${i}`}>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{column === "" ? t("(no name)") : column}</Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere", maxWidth: 320 }}>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {preview.rows
                    .slice(0, 3)
                    .map((row) => row.cells[i] ?? "")
                    .filter((cell) => cell !== "")
                    .join(" · ")
                    .slice(0, 160)}
                </Text>
              </Table.Td>
              <Table.Td miw={190}>
                <Select
                  aria-label={t("What {column} is", { column })}
                  placeholder={t("Not used")}
                  disabled={column === ""}
                  clearable
                  searchable
                  data={[...targets(kind), { value: attributeOf(column), label: t("Attribute of the person") }]}
                  value={fieldOf(column)}
                  onChange={(field) => choose(column, field)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

function OrderForms({ mapping, change }: { mapping: Document; change: (next: Document) => void }) {
  const own = useOwnCurrency();
  const [currency, setCurrency] = useState(mapping.currency ?? own);
  const hasColumn = mapping.set?.["order.currency"] !== undefined;
  const takeCurrency = (): void => {
    if (/^[A-Z]{3}$/.test(currency)) change({ ...mapping, currency });
  };
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t("Dates look like")}
        allowDeselect={false}
        data={[
          { value: "iso", label: "2026-12-31" },
          { value: "dmy", label: "31.12.2026" },
          { value: "mdy", label: "12/31/2026" },
          { value: "unix", label: t("seconds since 1970") },
          { value: "unix_ms", label: t("milliseconds since 1970") },
        ]}
        value={mapping.dates ?? "iso"}
        onChange={(dates) => change({ ...mapping, dates: dates ?? "iso" })}
      />
      <Select
        label={t("Amounts look like")}
        allowDeselect={false}
        data={[
          { value: ".", label: "1,234.50" },
          { value: ",", label: "1.234,50" },
        ]}
        value={mapping.decimal ?? "."}
        onChange={(decimal) => change({ ...mapping, decimal: decimal ?? "." })}
      />
      <TextInput
        label={hasColumn ? t("Currency where a row names none") : t("Currency")}
        maxLength={3}
        w={180}
        value={currency}
        onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        onBlur={takeCurrency}
        error={/^[A-Z]{3}$/.test(currency) ? undefined : t("Three letters, such as USD")}
      />
    </Group>
  );
}

type Event = { occurred_at?: string; person?: Record<string, unknown>; order?: Record<string, unknown> };

function Understood({ preview, error, mapping }: { preview: Preview; error: Error | null; mapping: Document }) {
  const columnOf = (pointer: string): string | undefined => mapping.set?.[pointer.replace(/^\//, "").replaceAll("/", ".")];
  return (
    <Section
      title={t("As it would be understood")}
      text={t("The first {n, plural, one {row} other {# rows}} were looked at.", { n: preview.looked })}
    >
      <Stack gap="sm">
        {error !== null && <ErrorState error={error} />}
        {preview.problems.map((problem) => (
          <Alert key={problem} color="rust" variant="light" title={t("This does not fit yet")}>
            {problem}
          </Alert>
        ))}
        {preview.errors.length > 0 && (
          <Alert color="amber" variant="light" title={t("Some rows would be refused")}>
            {preview.errors.slice(0, 8).map((each) => (
              <Text size="sm" key={`${each.pointer}${each.code}`}>
                {t("{n, plural, one {# row} other {# rows}}, {where}: {why}", {
                  n: each.rows,
                  where: columnOf(each.pointer) ?? (each.pointer === "" ? t("the whole row") : targetWord(each.pointer)),
                  why: each.message,
                })}
              </Text>
            ))}
          </Alert>
        )}
        <Box rows={preview.rows} />
      </Stack>
    </Section>
  );
}

function Box({ rows }: { rows: Preview["rows"] }) {
  return (
    <ScrollArea type="auto">
      <Table aria-label={t("First rows as understood")} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={60}>{t("Row")}</Table.Th>
            <Table.Th>{t("Who")}</Table.Th>
            <Table.Th>{t("What")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td>{row.row}</Table.Td>
              {row.event === null ? (
                <Table.Td colSpan={2} c="rust">
                  {row.error?.message ?? row.cells.join(" · ").slice(0, 200)}
                </Table.Td>
              ) : (
                <>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>{whoOf(row.event as Event)}</Table.Td>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>{whatOf(row.event as Event)}</Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function whoOf({ person = {} }: Event): string {
  const { name, email, user_id: id, phone } = person as Record<string, string | undefined>;
  return [name, email, id, phone].filter((each) => each !== undefined).join(", ");
}

function whatOf({ person = {}, order, occurred_at: at }: Event): string {
  const parts: string[] = [];
  if (order !== undefined) {
    const { id, total, currency } = order as { id?: string; total?: number; currency?: string };
    if (id !== undefined) parts.push(t("Order {id}", { id }));
    if (total !== undefined) parts.push(money(total, currency ?? ""));
  }
  if (at !== undefined && !Number.isNaN(Date.parse(at))) parts.push(instant(at));
  const attributes = Object.entries((person["attributes"] as Record<string, unknown> | undefined) ?? {});
  return [...parts, ...attributes.map(([name, value]) => `${name}: ${String(value)}`)].join(", ");
}
