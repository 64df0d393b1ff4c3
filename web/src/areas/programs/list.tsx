/** All programs: what each is for, what it gives, how it stands. */
import { Box, Button, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { type Column, List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Money, Status } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { previewRead } from "./draft/preview.ts";
import { isChanged } from "./frame.tsx";
import { formWords, kindWords, statusWords } from "./words.ts";
import { usePace } from "./use-pace.ts";

type Program = Row<"/v1/programs">;

export const documentIn = (row: Program): Record<string, unknown> => (row.definition ?? row.draft ?? {}) as Record<string, unknown>;

export function Programs() {
  const navigate = useNavigate();
  const may = useMay();
  const programs = useInfiniteQuery(pages("/v1/programs", { query: { limit: 50 } }));
  const create = { component: Link, to: "/programs/new" } as object;
  const act = may("programs:write") ? <Button {...create}>{t("New program")}</Button> : undefined;
  return (
    <Page title={t("Programs")} text={t("What people get for recommending you, and under what rules.")} acts={act}>
      <List<Program>
        of={programs}
        label={t("Programs")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/programs/$program", params: { program: row.key } })}
        columns={columns()}
        empty={
          <EmptyState
            title={t("There is no program yet")}
            text={t("Who gets what when somebody recommends you. Begin with a ready-made one and change what is different with you.")}
            act={act}
          />
        }
      />
    </Page>
  );
}

function columns(): Column<Program>[] {
  return [
    { key: "name", label: t("Name"), cell: (row) => <NameCell row={row} /> },
    { key: "state", label: t("State"), cell: (row) => <StateCell row={row} />, width: 120 },
    { key: "gives", label: t("What it gives"), cell: (row) => <Gives row={row} />, wide: true, width: "34%" },
    {
      key: "referrals",
      label: t("Referrals this month"),
      cell: (row) => <Referrals program={row.key} />,
      end: true,
      wide: true,
      width: 110,
    },
    { key: "cost", label: t("Given this month"), cell: (row) => <Given program={row.key} />, end: true, wide: true, width: 140 },
  ];
}

function NameCell({ row }: { row: Program }) {
  const document = documentIn(row);
  return (
    <>
      <Text size="sm" fw={600} lineClamp={2}>
        {String(document["name"] ?? row.key)}
      </Text>
      <Text size="xs" c="dimmed">
        {kindWords(String(document["kind"] ?? ""))}
      </Text>
      <Box hiddenFrom="sm">
        <Gives row={row} />
      </Box>
    </>
  );
}

function StateCell({ row }: { row: Program }) {
  const { tone, word, why } = statusWords(row.status);
  return (
    <>
      <Status tone={tone} word={word} why={why} />
      {row.status !== "draft" && isChanged(row) && (
        <Text size="xs" c="dimmed">
          {t("changes not published")}
        </Text>
      )}
    </>
  );
}

/** The headline that people read, made from the rules. */
function Gives({ row }: { row: Program }) {
  const { data } = useQuery(previewRead(documentIn(row)));
  return (
    <Text size="sm" lineClamp={2} c={data?.words == null ? "dimmed" : undefined}>
      {data === undefined ? "" : (data.words?.headline ?? t("not readable yet"))}
    </Text>
  );
}

function Referrals({ program }: { program: string }) {
  const pace = usePace(program);
  return pace === undefined ? null : <span className="gv-number">{number(pace.referrals)}</span>;
}

/** What the month's rewards are worth now. */
export function Given({ program }: { program: string }) {
  const pace = usePace(program);
  if (pace === undefined) return null;
  if (pace.given.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        {t("nothing")}
      </Text>
    );
  return pace.given.map((each) => (
    <div key={`${each.unit}${each.form}`}>
      {/^[A-Z]{3}$/.test(each.unit) ? <Money of={{ amount: each.amount, currency: each.unit }} /> : countOf(each)}
    </div>
  ));
}

function countOf({ unit, form, amount }: { unit: string; form: string; amount: number }): string {
  return `${number(amount)} ${unit === "" ? formWords(form) : unit}`;
}
