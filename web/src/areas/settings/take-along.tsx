/** Everything a workspace holds, as files of one line each: through the same lists that anybody may read with a key. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { saveText } from "../../api/files.ts";
import { useMe } from "../../app/me.ts";
import { complain } from "../../kit/act.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

const PATHS = {
  people: "/v1/people",
  companies: "/v1/companies",
  programs: "/v1/programs",
  links: "/v1/links",
  referrals: "/v1/referrals",
  rewards: "/v1/rewards",
  ledger: "/v1/ledger/transactions",
  audit: "/v1/audit",
} as const;
type What = keyof typeof PATHS;
type List = { data: unknown[]; next: string | null };
type Get = (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const words = (): Record<What, string> => ({
  people: t("People"),
  companies: t("Companies"),
  programs: t("Programs"),
  links: t("Links"),
  referrals: t("Referrals"),
  rewards: t("Rewards"),
  ledger: t("Ledger"),
  audit: t("Audit log"),
});

/** `said` is told how many lines there are so far; "stop" ends it between two pages. */
async function linesOf(path: string, said: (rows: number) => boolean): Promise<string | null> {
  const parts: string[] = [];
  let [after, rows] = [null as string | null, 0];
  do {
    const query = { limit: 200, ...(after === null ? {} : { after }) };
    const page = (await unwrap((api.GET as unknown as Get)(path, { params: { query } }))) as List;
    parts.push(page.data.map((row) => `${JSON.stringify(row)}\n`).join(""));
    rows += page.data.length;
    after = page.next ?? null;
    if (!said(rows)) return null;
  } while (after !== null);
  return parts.join("");
}

export function TakeAlong() {
  const { slug } = useMe().workspace;
  const [busy, setBusy] = useState<{ what: What; rows: number } | null>(null);
  const [stop] = useState(() => ({ asked: false }));
  const take = (what: What): void => {
    stop.asked = false;
    setBusy({ what, rows: 0 });
    linesOf(PATHS[what], (rows) => (setBusy({ what, rows }), !stop.asked))
      .then((text) => void (text !== null && saveText(text, `${slug}-${what}.jsonl`, "application/jsonl")), complain)
      .finally(() => setBusy(null));
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t("Take your data along first. Each file has one line of JSON for each thing.")}</Text>
      <Group gap="xs">
        {(Object.keys(PATHS) as What[]).map((what) => (
          <Button
            key={what}
            variant="default"
            size="xs"
            loading={busy?.what === what}
            disabled={busy !== null && busy.what !== what}
            onClick={() => take(what)}
          >
            {words()[what]}
          </Button>
        ))}
      </Group>
      {busy !== null && (
        <Group gap="xs">
          <Text size="sm" role="status">
            {t("{rows} lines so far", { rows: number(busy.rows) })}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={() => (stop.asked = true)}>
            {t("Stop")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
