/** Keys for programs: of the API, and for signing tokens that let people into their own side. */
import { Alert, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { list } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { SettingsFrame } from "./frame.tsx";
import { MakeKey } from "./make-key.tsx";
import { PortalKeys } from "./portal-keys.tsx";

type Key = Row<"/v1/keys">;

export function KeysPage() {
  const may = useMay();
  const keys = useInfiniteQuery(pages("/v1/keys", { query: { limit: 50 } }));
  const canWrite = may("keys:write");
  return (
    <SettingsFrame title={t("Keys")} text={t("What your shop, your app and your scripts come in with.")} acts={canWrite && <MakeKey />}>
      {!canWrite && (
        <Alert color="sky" variant="light">
          {t("Keys are made and revoked by owners.")}
        </Alert>
      )}
      <Section title={t("API keys")}>
        <List<Key>
          of={keys}
          label={t("API keys")}
          keyOf={(row) => row.id}
          columns={[
            { key: "name", label: t("Name"), cell: (row) => row.name || t("Without a name") },
            { key: "kind", label: t("Kind"), cell: (row) => <Kind of={row} /> },
            {
              key: "hint",
              label: t("Key"),
              cell: (row) => (row.key === null ? <Text size="sm">{row.hint}</Text> : <Copyable value={row.key} shown={row.hint} />),
              wide: true,
            },
            { key: "scopes", label: t("May"), cell: mayOf, wide: true },
            { key: "used", label: t("Last used"), cell: (row) => <When at={row.last_used_at} />, wide: true },
            { key: "act", label: "", end: true, cell: (row) => <Revoke of={row} may={canWrite} /> },
          ]}
          empty={
            <EmptyState
              title={t("No keys yet")}
              text={t("Make one for each program that talks to Grapevine, so that one can end without the others.")}
            />
          }
        />
      </Section>
      {may("portal:read") && <PortalKeys />}
    </SettingsFrame>
  );
}

function mayOf({ kind, scopes }: Key): string {
  if (kind === "publishable") return t("Visits, shares, leads");
  return scopes.length === 0 || scopes.includes("*") ? t("Everything") : list(scopes);
}

function Kind({ of }: { of: Key }) {
  const words = { secret: t("Secret"), publishable: t("Publishable"), test: t("Sandbox") };
  const why = {
    secret: t("For servers. Whoever has it acts in your name."),
    publishable: t("For pages. It may send visits, shares and leads, and reads nothing."),
    test: t("For the sandbox, where nothing is real."),
  };
  return (
    <Status tone={of.kind === "secret" ? "amber" : of.kind === "publishable" ? "sky" : "gray"} word={words[of.kind]} why={why[of.kind]} />
  );
}

function Revoke({ of, may }: { of: Key; may: boolean }) {
  const act = useAct({
    run: () => unwrap(api.POST("/v1/keys/{key}/revoke", { params: { path: { key: of.id } } })),
    changes: ["/v1/keys"],
    done: () => t("The key is refused from now on."),
  });
  if (of.revoked_at !== null) return <Status tone="rust" word={t("Revoked")} />;
  if (!may) return null;
  return (
    <AskAct
      label={t("Revoke")}
      consequence={t("Whatever comes in with “{name}” is refused within a second, and cannot be let in again: it needs another key.", {
        name: of.name || of.hint,
      })}
      act={{ ...act, mutateAsync: () => act.mutateAsync() }}
      button={{ size: "xs", color: "rust" }}
    />
  );
}
