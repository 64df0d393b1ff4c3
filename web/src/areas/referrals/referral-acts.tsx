/** What an operator can do to a referral, each with its consequence before and its reason in the audit log. */
import { NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import type { Answer } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { useName } from "../../kit/who.tsx";
import { decimalsOf } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { undoStage } from "./board-kinds.ts";
import { stagesOf, usePrograms } from "./programs.ts";
import { GrantReward } from "./reward-acts.tsx";

type Referral = Answer<"/v1/referrals/{referral}">;
const CHANGES = ["/v1/referrals", "/v1/rewards", "/v1/people", "/v1/audit"];

export function ReferralActs({ referral }: { referral: Referral }) {
  const may = useMay();
  if (!may("referrals:write")) return null;
  const moves = referral.status === "open" || referral.status === "qualified";
  return (
    <>
      {moves && <MoveStage referral={referral} />}
      {moves && <Reassign referral={referral} />}
      {may("rewards:write") && <GrantReward program={referral.program} person={referral.advocate} />}
      {moves && <Reject referral={referral} />}
    </>
  );
}

function Reassign({ referral }: { referral: Referral }) {
  const [advocate, setAdvocate] = useState<string | null>(null);
  const now = useName(referral.advocate)?.name ?? "";
  const give = (to: string, reason: string) =>
    unwrap(
      api.POST("/v1/referrals/{referral}/reassign", { params: { path: { referral: referral.id } }, body: { advocate: to, reason } }),
    );
  const act = useAct({
    run: ({ reason }: { reason: string }) => give(advocate!, reason),
    changes: CHANGES,
    done: () => t("The referral is another advocate's now, and so are its rewards."),
    undo: () => give(referral.advocate, "Undone."),
    after: () => setAdvocate(null),
  });
  return (
    <AskAct
      label={t("Give to another advocate")}
      consequence={t("What {name} earned with it is taken back, and granted to the other one instead.", { name: now })}
      reason
      act={act}
      ready={advocate !== null && advocate !== referral.advocate && advocate !== referral.friend}
    >
      <PickPerson label={t("The right advocate")} required value={advocate} onChange={setAdvocate} />
    </AskAct>
  );
}

function Reject({ referral }: { referral: Referral }) {
  const act = useAct({
    run: ({ reason }: { reason: string }) =>
      unwrap(api.POST("/v1/referrals/{referral}/reject", { params: { path: { referral: referral.id } }, body: { reason } })),
    changes: CHANGES,
    done: () => t("Rejected. What it earned is taken back."),
  });
  return (
    <AskAct
      label={t("Reject")}
      consequence={t("All its rewards are taken back, on both sides, and nothing more is earned by it. This cannot be undone.")}
      reason
      act={act}
      button={{ color: "rust", variant: "outline" }}
    />
  );
}

/** Only stages that somebody tells of; those that an order or a sign-up reaches come with it. */
export function MoveStage({ referral }: { referral: Referral }) {
  const program = (usePrograms().data?.data ?? []).find((each) => each.key === referral.program);
  const stages = program === undefined ? [] : stagesOf(program);
  const at = stages.findIndex((each) => each.key === referral.stage);
  const ahead = stages.filter((each, i) => each.byHand && i > at);
  const [stage, setStage] = useState<string | null>(null);
  const [value, setValue] = useState<number | string>("");
  const [currency, setCurrency] = useState(useOwnCurrency());
  const act = useAct({
    run: () => {
      const money = value === "" ? {} : { value: { amount: Math.round(Number(value) * 10 ** decimalsOf(currency)), currency } };
      const body = { stage: stage!, from: referral.stage, ...money };
      return unwrap(api.POST("/v1/referrals/{referral}/stage", { params: { path: { referral: referral.id } }, body }));
    },
    changes: CHANGES,
    done: (outcome) =>
      outcome.decisions.some((each) => each.rewards.length > 0) ? t("Moved. It earned a reward.") : t("Moved. No reward changed."),
    undo: (outcome) => undoStage(referral.id, { stage: stage!, event: outcome.id, reason: t("Undone.") }),
    after: () => setStage(null),
  });
  if (ahead.length === 0) return null;
  return (
    <AskAct
      label={t("Move to a stage")}
      consequence={t(
        "The program's rules for this stage apply at once: whoever is to get something for it gets it. You can take the move back.",
      )}
      act={act}
      ready={stage !== null}
    >
      <Stack gap="sm">
        <Select
          label={t("Stage")}
          required
          data={ahead.map(({ key, name }) => ({ value: key, label: name }))}
          value={stage}
          onChange={setStage}
        />
        <NumberInput
          label={t("Value")}
          description={t("Of a deal that is won, where the program pays a share of it.")}
          value={value}
          onChange={setValue}
          min={0}
          decimalScale={decimalsOf(currency)}
          hideControls
        />
        {value !== "" && (
          <TextInput
            label={t("Currency")}
            value={currency}
            maxLength={3}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        )}
        <Text size="sm" c="dimmed">
          {t("The move is written into the audit log.")}
        </Text>
      </Stack>
    </AskAct>
  );
}
