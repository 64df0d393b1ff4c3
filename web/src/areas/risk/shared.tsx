/** What friend and advocate have in common, and putting it on a list. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import type { Answer } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

const SEEN: Record<string, () => string> = {
  device: () => t("The same device"),
  payment: () => t("The same card or account"),
  address: () => t("The same address"),
  network: () => t("The same network address"),
};

type Evidence = Answer<"/v1/reviews/{review}">;
type Inputs = { recent?: number; seconds?: number | null; returned?: number };

export function Shared({ of }: { of: Evidence }) {
  const inputs = (of.inputs ?? {}) as Inputs;
  return (
    <Section
      title={t("What they share, and when")}
      text={t("As keyed hashes: what was seen is not kept in the clear, and forgotten after a time.")}
    >
      <Stack gap="xs">
        {of.seen_with.length === 0 && <Text size="sm">{t("Nothing that both were seen with is still known.")}</Text>}
        {of.seen_with.map(({ kind, value }) => (
          <Group key={`${kind}${value}`} justify="space-between">
            <Text size="sm">{SEEN[kind]?.() ?? kind}</Text>
            {kind !== "network" && <Listing kind={kind} value={value} label={t("Block it")} />}
          </Group>
        ))}
        {inputs.seconds != null && (
          <Text size="sm">{t("From the touch to the conversion: {n} seconds.", { n: number(inputs.seconds) })}</Text>
        )}
        {inputs.recent !== undefined && inputs.recent > 1 && (
          <Text size="sm">{t("The advocate's referrals in a short time, with this one: {n}.", { n: number(inputs.recent) })}</Text>
        )}
        {inputs.returned !== undefined && inputs.returned > 0 && (
          <Text size="sm">
            {t("Friends of the advocate who ordered the least and returned it: {n}.", { n: number(inputs.returned) })}
          </Text>
        )}
        <Text size="sm" c="dimmed" component="div">
          {t("Judged")} <When at={of.scored_at} exact />
        </Text>
        <Group gap="xs">
          <Listing kind="person" value={of.advocate} label={t("Block the advocate")} />
          <Listing kind="person" value={of.friend} label={t("Block the friend")} />
          <Listing kind="person" value={of.advocate} label={t("Trust the advocate")} list="allow" />
        </Group>
      </Stack>
    </Section>
  );
}

type ListingProps = { kind: string; value: string; label: string; list?: "allow" | "block" };

/** Puts something on a list, with the way back. */
function Listing({ kind, value, label, list = "block" }: ListingProps) {
  const may = useMay();
  const act = useAct({
    run: () => unwrap(api.POST("/v1/lists", { body: { list, kind: kind as "person", value } })),
    changes: ["/v1/lists"],
    done: () =>
      list === "block"
        ? t("Blocked: later referrals with it are refused.")
        : t("Trusted: later referrals go through whatever their score."),
    undo: ({ id }) => unwrap(api.POST("/v1/lists/{entry}/remove", { params: { path: { entry: id } } })),
  });
  if (!may("lists:write")) return null;
  return (
    <Button size="xs" variant="default" loading={act.isPending} disabled={act.isSuccess} onClick={() => act.mutate()}>
      {label}
    </Button>
  );
}
