/** Imports: how far each is, and what it took and refused. */
import { Progress, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type Row, pages } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, type Tone, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { DeveloperPage } from "./nav.tsx";

type Import = Row<"/v1/imports">;

export function Imports() {
  const imports = useInfiniteQuery({ ...pages("/v1/imports", { query: { limit: 50 } }), refetchInterval: 3_000 });
  return (
    <DeveloperPage
      title={t("Imports")}
      text={t("Files of the past. While one is open nothing matures and nobody is told: history settles as history.")}
    >
      <List<Import>
        of={imports}
        label={t("Imports")}
        keyOf={(row) => row.id}
        columns={[
          { key: "source", label: t("From"), cell: (row) => row.source },
          { key: "kind", label: t("Of what"), cell: (row) => row.kind, wide: true },
          { key: "status", label: t("Status"), cell: (row) => <ImportStatus of={row} />, width: 120 },
          { key: "progress", label: t("How far"), cell: (row) => <HowFar of={row} /> },
          { key: "refused", label: t("Refused"), cell: (row) => number(row.refused), end: true, width: 100, wide: true },
          { key: "at", label: t("Begun"), cell: (row) => <When at={row.opened_at} />, width: 140, wide: true },
        ]}
        empty={
          <EmptyState
            title={t("Nothing was imported yet")}
            text={t("People can be imported from a file on the people page; orders of the past by the command grapevine import.")}
          />
        }
      />
    </DeveloperPage>
  );
}

function ImportStatus({ of }: { of: Import }) {
  const words: Record<Import["status"], [Tone, string]> = {
    open: ["amber", t("Running")],
    closed: ["leaf", t("Done")],
    cancelled: ["gray", t("Stopped")],
  };
  const [tone, word] = words[of.status];
  return <Status tone={tone} word={word} />;
}

function HowFar({ of }: { of: Import }) {
  const done = of.accepted + of.refused;
  const share = of.rows === 0 ? (of.status === "closed" ? 100 : 0) : Math.min(100, (done / of.rows) * 100);
  return (
    <>
      <Progress value={share} aria-label={t("How far")} size="sm" />
      <Text size="xs" c="dimmed">
        {t("{done} of {rows} rows", { done: number(done), rows: number(Math.max(of.rows, done)) })}
      </Text>
    </>
  );
}
