/** One reward: what it is, on which facts it rests, why this amount, what the books say, and what can be done. */
import { Anchor, Button, Group, List as Bullets, Stack, Table, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, pages, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Lines, Shown } from "../../kit/states.tsx";
import { Detail, type Happening, Timeline } from "../../kit/timeline.tsx";
import { Copyable, Money, When } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { Who } from "../../kit/who.tsx";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Decision, DecideRewards } from "./decide.tsx";
import { Mails } from "./mails.tsx";
import { RewardStatus, RewardsNav, accountLabel, basisLabel, kindLabel, moveLabel, stateWords } from "./words.tsx";

type OneReward = Answer<"/v1/rewards/{reward}">;
const route = getRouteApi("/rewards/$reward");
const BY_HAND = new Set(["gift_card", "free_time", "perk", "custom", "credit"]);

export function Reward() {
  const { reward } = route.useParams();
  const found = useQuery(read("/v1/rewards/{reward}", { path: { reward } }));
  return (
    <Shown of={found} skeleton={<Lines n={10} />}>
      {(data) => (
        <Page
          title={t("{amount} from {program}", { amount: money(data.value.amount, data.value.currency), program: data.program })}
          under={{ label: t("Rewards"), to: "/rewards" }}
          text={stateWords(data).why}
          acts={<Acts of={data} />}
        >
          <RewardsNav />
          <Detail
            aside={
              <>
                <History of={data} />
                <Mails person={data.person} />
              </>
            }
          >
            <What of={data} />
            <Why of={data} />
            <Postings reward={data.id} />
          </Detail>
        </Page>
      )}
    </Shown>
  );
}

function What({ of }: { of: OneReward }) {
  return (
    <Section title={t("What it is")}>
      <Facts
        of={[
          [t("To"), <Who key="p" id={of.person} />],
          [t("State"), <RewardStatus key="s" of={of} />],
          [t("Owed now"), <Money key="v" of={of.value} />],
          [t("Granted at first"), <Money key="g" of={of.granted} />],
          [t("What"), kindLabel(of.kind)],
          [t("Program"), of.program],
          [t("Rule"), of.rule],
          [t("Friend"), of.friend === null ? null : <Who key="f" id={of.friend} />],
          [t("Advocate"), of.advocate === null ? null : <Who key="a" id={of.advocate} />],
          [t("Rests on"), basisLabel(of.basis)],
          [t("Promised for"), <When key="pr" at={of.available_at} exact />],
          [t("Available since"), <When key="m" at={of.matured_at} exact />],
          [t("Ends"), <When key="e" at={of.expires_at} exact />],
          [t("Id"), <Copyable key="id" value={of.id} />],
        ]}
      />
    </Section>
  );
}

/** The decision's own sentences, from the event that earned it. */
function Why({ of }: { of: OneReward }) {
  const byHand = of.rule === "manual";
  const trace = useQuery({ ...read("/v1/events/{event}/trace", { path: { event: of.event } }), enabled: !byHand });
  const all = trace.data?.words.find((each) => each.program === of.program)?.sentences ?? [];
  // What the same event earned others is beside the point, unless nothing names this rule.
  const own = all.filter((sentence) => sentence.includes(`"${of.rule}"`) || !/rule "/.test(sentence));
  const sentences = own.length > 0 ? own : all;
  return (
    <Section title={t("Why, and why this amount")}>
      {byHand ? (
        <Text size="sm">{t("Somebody granted it by hand: {reason}", { reason: of.reason ?? "" })}</Text>
      ) : trace.isPending ? (
        <Lines n={3} />
      ) : (
        <Stack gap="xs">
          {sentences.length > 0 ? (
            <Bullets size="sm" spacing={4}>
              {sentences.map((sentence) => (
                <Bullets.Item key={sentence}>
                  <Named text={sentence} />
                </Bullets.Item>
              ))}
            </Bullets>
          ) : (
            <Text size="sm" c="dimmed">
              {t("It was not decided by a single event: it rests on {basis}.", { basis: basisLabel(of.basis) })}
            </Text>
          )}
          {trace.data !== undefined && (
            <Text size="sm">
              {t("Decided from the event")} <Copyable value={of.event} />
            </Text>
          )}
        </Stack>
      )}
    </Section>
  );
}

/** A sentence of the decision, with names where it has ids. */
function Named({ text }: { text: string }) {
  return text.split(/(per_[0-9a-f]{32})/).map((part, i) => (part.startsWith("per_") ? <Who key={`${part}${i}`} id={part} /> : part));
}

function Postings({ reward }: { reward: string }) {
  const may = useMay();
  const found = useInfiniteQuery({ ...pages("/v1/ledger/transactions", { query: { reward, limit: 50 } }), enabled: may("ledger:read") });
  if (!may("ledger:read")) return null;
  const rows = found.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Section title={t("In the books")} text={t("Each line takes from one account what it gives to the other.")}>
      {found.data === undefined ? (
        <Lines n={3} />
      ) : rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("Nothing has been posted for it: it owes nothing.")}
        </Text>
      ) : (
        <Wide minWidth={420} label={t("Postings")}>
          <Table verticalSpacing="xs" aria-label={t("Postings")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("When")}</Table.Th>
                <Table.Th>{t("What")}</Table.Th>
                <Table.Th>{t("From")}</Table.Th>
                <Table.Th>{t("To")}</Table.Th>
                <Table.Th ta="end">{t("Amount")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ id, at, kind, unit, postings: [from, to] }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <When at={at} exact />
                  </Table.Td>
                  <Table.Td>{moveLabel(kind)}</Table.Td>
                  <Table.Td>{accountLabel(from?.kind ?? "")}</Table.Td>
                  <Table.Td>{accountLabel(to?.kind ?? "")}</Table.Td>
                  <Table.Td ta="end">
                    <Money of={{ amount: to?.amount ?? 0, currency: unit }} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t("What became available together, or was paid together, is one line of its recipient's account:")}{" "}
        <Anchor size="xs" underline="always" {...({ component: Link, to: "/rewards/ledger" } as object)}>
          {t("see the ledger")}
        </Anchor>
      </Text>
    </Section>
  );
}

function History({ of }: { of: OneReward }) {
  const may = useMay();
  const audit = useQuery({ ...read("/v1/audit", { query: { target: of.id, limit: 20 } }), enabled: may("audit:read") });
  const said: Happening[] = (audit.data?.data ?? []).map(({ id, at, actor, action, detail }) => ({
    key: id,
    at,
    title: auditWords(action),
    why: [typeof detail["reason"] === "string" ? detail["reason"] : null, actor].filter((each) => each !== null).join(" · "),
    tone: /denied|reversed/.test(action) ? "rust" : "leaf",
  }));
  const own: Happening[] = [{ key: "at", at: of.at, title: t("Earned"), why: basisLabel(of.basis), tone: "sky" }];
  if (of.matured_at !== null) own.push({ key: "matured", at: of.matured_at, title: t("Became available"), tone: "leaf" });
  return (
    <Section title={t("What happened")}>
      <Timeline of={[...own, ...said].toSorted((a, b) => b.at.localeCompare(a.at))} />
    </Section>
  );
}

function auditWords(action: string): string {
  const words: Record<string, string> = {
    "reward.approved": t("Approved"),
    "reward.denied": t("Refused"),
    "reward.reversed": t("Taken back"),
    "reward.fulfilled": t("Handed over"),
    "reward.granted": t("Granted by hand"),
    "reward.chosen": t("Chosen"),
  };
  return words[action] ?? action;
}

function Acts({ of }: { of: OneReward }) {
  const may = useMay();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reference, setReference] = useState("");
  const changes = ["/v1/rewards", "/v1/ledger", "/v1/audit", "/v1/adjustments", "/v1/reports"];
  const path = { params: { path: { reward: of.id } } };
  const fulfil = useAct<{ reason: string }>({
    run: () =>
      unwrap(api.POST("/v1/rewards/{reward}/fulfil", { ...path, body: reference.trim() === "" ? {} : { reference: reference.trim() } })),
    changes,
    done: () => t("Handed over."),
  });
  const reverse = useAct({
    run: ({ reason }: { reason: string }) => unwrap(api.POST("/v1/adjustments", { body: { what: "reverse", reward: of.id, reason } })),
    changes,
    done: ({ state }) => (state === "done" ? t("Taken back.") : t("Proposed: a second operator has to approve it.")),
  });
  if (!may("rewards:write")) return null;
  const amount = money(of.value.amount, of.value.currency);
  return (
    <Group gap="xs">
      {of.waits_for === "approval" && <Button onClick={() => setDecision("approve")}>{t("Approve")}</Button>}
      {of.state === "pending" && (
        <Button variant="default" onClick={() => setDecision("deny")}>
          {t("Refuse")}
        </Button>
      )}
      {of.state === "available" && BY_HAND.has(of.kind) && (
        <AskAct
          label={t("Hand over")}
          consequence={t("You say that {amount} was given to its recipient. It counts as paid from now on.", { amount })}
          act={fulfil}
          button={{ variant: "filled" }}
        >
          <TextInput
            label={t("Your own number of it")}
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        </AskAct>
      )}
      {["available", "in_flight", "fulfilled"].includes(of.state) && may("adjustments:write") && (
        <AskAct
          label={t("Take back")}
          reason
          consequence={
            of.state === "available"
              ? t("{amount} leaves the balance and goes back to the program. Above the limit of one operator, a second has to approve.", {
                  amount,
                })
              : t(
                  "{amount} was paid already: what comes next is set off against it. " +
                    "Above the limit of one operator, a second has to approve.",
                  { amount },
                )
          }
          act={reverse}
          button={{ color: "rust" }}
        />
      )}
      <DecideRewards decision={decision} rewards={[of.id]} close={() => setDecision(null)} />
    </Group>
  );
}
