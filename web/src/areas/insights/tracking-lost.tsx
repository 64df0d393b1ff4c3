/** Loss, measured against the shop's own list of orders: what never came leaves no trace here. */
import { Button, Code, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { instant, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Health } from "./tracking-doors.tsx";

const MOST = 10_000;
const SHOWN = 50;

/** Ids as they are pasted: a line each, or between commas. */
const idsIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/u).filter((each) => each !== ""))];

export function Lost({ of: { loss } }: { of: Health }) {
  const may = useMay();
  return (
    <Section
      title={t("Orders that never came")}
      text={t(
        "What never came leaves no trace here, but your shop knows its orders: paste the numbers of some days, and see which are missing.",
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          {loss === null
            ? t("No list was compared in the last five weeks.")
            : t("{missing} of {listed} were missing, {share} ({low} to {high}), when a list was compared at {at}.", {
                missing: number(loss.missing),
                listed: number(loss.listed),
                share: percent(loss.share),
                low: percent(loss.low),
                high: percent(loss.high),
                at: instant(loss.at),
              })}
        </Text>
        {may("reports:write") && <Compare />}
      </Stack>
    </Section>
  );
}

function Compare() {
  const [text, setText] = useState("");
  const orders = idsIn(text);
  const act = useAct({ run: () => unwrap(api.POST("/v1/reports/health/orders", { body: { orders } })), changes: ["/v1/reports/health"] });
  const missing = act.data?.orders;
  return (
    <Stack gap="xs">
      <Textarea
        label={t("Order numbers of your shop")}
        description={t("As events name them, up to {n}, a line each. For a connected shop these are the provider's own ids.", {
          n: number(MOST),
        })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        error={orders.length > MOST ? t("Too many: {n}.", { n: number(orders.length) }) : undefined}
      />
      <Group>
        <Button onClick={() => act.mutate()} loading={act.isPending} disabled={orders.length === 0 || orders.length > MOST}>
          {t("Look for these orders")}
        </Button>
      </Group>
      {act.error !== null && <ErrorState error={act.error} />}
      <div role="status">
        {missing !== undefined && missing.length === 0 && <Text size="sm">{t("All of them are here.")}</Text>}
        {missing !== undefined && missing.length > 0 && (
          <Stack gap={4}>
            <Text size="sm">{t("{n, plural, one {One is missing:} other {# are missing:}}", { n: missing.length })}</Text>
            <Code block>{missing.slice(0, SHOWN).join("\n")}</Code>
            {missing.length > SHOWN && <Text size="sm">{t("And {n} more.", { n: number(missing.length - SHOWN) })}</Text>}
          </Stack>
        )}
      </div>
    </Stack>
  );
}
