/** What an operator can do to a reward, and granting one by hand. */
import { NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import type { Row } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { useName } from "../../kit/who.tsx";
import { decimalsOf, money } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";

type Reward = Row<"/v1/rewards">;
const CHANGES = ["/v1/rewards", "/v1/referrals", "/v1/people", "/v1/reviews", "/v1/audit"];

/** Approve, refuse or take back, whichever its state allows. */
export function RewardActs({ reward }: { reward: Reward }) {
  const may = useMay();
  const name = useName(reward.person)?.name ?? "";
  const what = { name, amount: money(reward.value.amount, reward.value.currency) };
  const path = { params: { path: { reward: reward.id } } };
  const approve = useAct({
    run: () => unwrap(api.POST("/v1/rewards/{reward}/approve", path)),
    changes: CHANGES,
    done: () => t("Approved."),
  });
  const deny = useAct({
    run: (body: { reason: string }) => unwrap(api.POST("/v1/rewards/{reward}/deny", { ...path, body })),
    changes: CHANGES,
    done: () => t("Refused. Nothing is paid for it."),
  });
  const reverse = useAct({
    run: (body: { reason: string }) => unwrap(api.POST("/v1/rewards/{reward}/reverse", { ...path, body })),
    changes: CHANGES,
    done: () => t("Taken back."),
  });
  if (!may("rewards:write")) return null;
  const waits = reward.state === "pending";
  const small = { size: "xs" as const };
  return (
    <>
      {waits && reward.waits_for === "approval" && (
        <AskAct
          label={t("Approve")}
          act={approve}
          button={small}
          consequence={t("{name} gets {amount} when its hold has passed.", what)}
        />
      )}
      {waits && (
        <AskAct
          label={t("Refuse")}
          reason
          act={deny}
          button={small}
          consequence={t("{name} does not get {amount}. This cannot be undone.", what)}
        />
      )}
      {(reward.state === "available" || reward.state === "fulfilled") && (
        <AskAct
          label={t("Take back")}
          reason
          act={reverse}
          button={small}
          consequence={t("{amount} is taken back from {name}; where it was paid already, her balance goes below nothing.", what)}
        />
      )}
    </>
  );
}

const KINDS = ["cash", "credit", "points", "entries"] as const;

export function GrantReward({ program, person }: { program: string; person: string }) {
  const name = useName(person)?.name ?? "";
  const [kind, setKind] = useState<(typeof KINDS)[number]>("credit");
  const [amount, setAmount] = useState<number | string>("");
  const [currency, setCurrency] = useState(useOwnCurrency());
  const isMoney = kind === "cash" || kind === "credit";
  const unit = isMoney ? currency : kind;
  const minor = Math.round(Number(amount) * 10 ** (isMoney ? decimalsOf(currency) : 0));
  const act = useAct({
    run: ({ reason }: { reason: string }) =>
      unwrap(api.POST("/v1/rewards", { body: { program, person, kind, value: { amount: minor, currency: unit }, reason } })),
    changes: CHANGES,
    done: () => t("{name} has {amount} more.", { name, amount: money(minor, unit) }),
    undo: ({ id }) => unwrap(api.POST("/v1/rewards/{reward}/reverse", { params: { path: { reward: id } }, body: { reason: "Undone." } })),
    after: () => setAmount(""),
  });
  const labels = { cash: t("Money, paid out"), credit: t("Credit for purchases"), points: t("Points"), entries: t("Entries in a draw") };
  return (
    <AskAct
      label={t("Grant a reward")}
      consequence={
        minor > 0
          ? t("{name} gets {amount} at once, beside what the rules give.", { name, amount: money(minor, unit) })
          : t("{name} gets it at once, beside what the rules give.", { name })
      }
      reason
      act={act}
      ready={minor > 0 && (!isMoney || currency.length === 3)}
    >
      <Stack gap="sm">
        <Select
          label={t("What")}
          data={KINDS.map((value) => ({ value, label: labels[value] }))}
          value={kind}
          onChange={(value) => setKind((value as typeof kind) ?? "credit")}
          allowDeselect={false}
        />
        <NumberInput
          label={t("How much")}
          required
          min={0}
          hideControls
          decimalScale={isMoney ? decimalsOf(currency) : 0}
          value={amount}
          onChange={setAmount}
        />
        {isMoney && (
          <TextInput
            label={t("Currency")}
            required
            maxLength={3}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        )}
      </Stack>
    </AskAct>
  );
}
