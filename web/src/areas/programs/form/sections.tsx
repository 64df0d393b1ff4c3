/** The form view's sections besides rewards. */
import { Button, Card, Chip, Group, Stack, Text } from "@mantine/core";
import { ActionIcon } from "@mantine/core";
import { ChevronDown, ChevronUp, Plus, X } from "lucide-react";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { eventOfStage, eventWords, kindWords, stageWords } from "../words.ts";
import { ConditionAt } from "./condition.tsx";
import { CheckAt, DurationAt, NumberAt, Row, SelectAt, TagsAt, TextAt, useAt } from "./fields.tsx";
import { stageOptions, stagesOf } from "./when.tsx";

export const KINDS = [
  "direct",
  "two_way",
  "affiliate",
  "loyalty",
  "advocacy",
  "partner",
  "tiered",
  "contest",
  "employee",
  "community",
  "social",
  "influencer",
  "occasion",
  "lead_exchange",
  "subscription",
  "pipeline",
  "network",
];

export function Goal() {
  return (
    <Stack gap="sm">
      <TextAt at={["name"]} label={t("Name")} help={t("People read it: in the portal, in mails, on the page.")} required />
      <TextAt at={["description"]} label={t("Description")} help={t("For yourselves.")} area />
      <Row>
        <SelectAt at={["kind"]} label={t("Kind")} options={KINDS.map((value) => ({ value, label: kindWords(value) }))} />
        <TextAt at={["destination"]} label={t("Where the link leads")} help={t("The page of yours that a friend comes to.")} required />
      </Row>
    </Stack>
  );
}

export function Who() {
  const { value } = useAt(["advocates", "form"]);
  return (
    <Stack gap="md">
      <Row>
        <SelectAt
          at={["advocates", "join"]}
          label={t("How one becomes an advocate")}
          unset="automatic"
          options={[
            { value: "automatic", label: t("by joining") },
            { value: "apply", label: t("by applying; you decide") },
            { value: "invite", label: t("by your invitation") },
          ]}
        />
        <SelectAt
          at={["friends", "who"]}
          label={t("Who may be referred")}
          unset="new_customer"
          options={[
            { value: "new_customer", label: t("new customers") },
            { value: "new_customer_of_company", label: t("people of companies that are no customer yet") },
            { value: "anyone", label: t("anyone, customers too") },
          ]}
        />
        <SelectAt
          at={["advocates", "friends"]}
          label={t("A friend whose first order has passed")}
          unset="ask"
          options={[
            { value: "ask", label: t("is asked to join") },
            { value: "join", label: t("becomes an advocate by herself") },
          ]}
        />
      </Row>
      {Array.isArray(value) && (
        <Text size="sm" c="dimmed">
          {t("{n, plural, one {# question is} other {# questions are}} asked on joining.", { n: value.length })}
        </Text>
      )}
      <ConditionAt at={["advocates", "who"]} label={t("Only advocates who")} help={t("Empty: everybody.")} />
      <ConditionAt
        at={["friends", "where"]}
        label={t("Only friends who")}
        help={t("Asked when the friend is first seen. Empty: everybody.")}
      />
      <Row>
        <TagsAt
          at={["eligibility", "regions"]}
          label={t("Only in these regions")}
          help={t("Countries or parts of them: DE, US, US-CA. Empty: everywhere.")}
        />
        <NumberAt at={["eligibility", "minimum_age"]} label={t("Minimum age")} />
        <SelectAt
          at={["eligibility", "unknown"]}
          label={t("Where country or age is not known")}
          none={t("refuse")}
          options={[
            { value: "refuse", label: t("refuse") },
            { value: "allow", label: t("allow") },
          ]}
        />
      </Row>
      <Law />
    </Stack>
  );
}

function Law() {
  const { value, set, readOnly } = useAt(["law"]);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t("Laws that hold here")}
      </Text>
      <Chip.Group multiple value={chosen} onChange={(next) => set(next.length === 0 ? undefined : next)}>
        <Group gap="xs">
          <Chip value="us_real_estate" disabled={readOnly}>
            {t("US: real estate")}
          </Chip>
          <Chip value="us_mortgage" disabled={readOnly}>
            {t("US: mortgages")}
          </Chip>
          <Chip value="us_health" disabled={readOnly}>
            {t("US: health care")}
          </Chip>
        </Group>
      </Chip.Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t("The linter then refuses what the law forbids, with its source. This is not legal advice.")}
      </Text>
    </div>
  );
}

const EVENTS = [
  "visit",
  "lead",
  "signup",
  "purchase",
  "payment",
  "subscription_started",
  "subscription_cancelled",
  "stage",
  "share",
  "survey_response",
];

export function PathOfFriend() {
  const { document, set, readOnly } = useDraft();
  const stages = stagesOf(document);
  const raw = Array.isArray(document["stages"]) ? (document["stages"] as unknown[]) : [];
  const move = (i: number, by: number): void => {
    const next = [...raw];
    const [taken] = next.splice(i, 1);
    next.splice(i + by, 0, taken);
    set(["stages"], next);
  };
  const add = (): void => {
    let n = raw.length + 1;
    while (stages.some((each) => each.key === `stage-${n}`)) n++;
    set(["stages"], [...raw, { key: `stage-${n}`, on: "stage" }]);
  };
  return (
    <Stack gap="md">
      <Stack gap="xs" role="list" aria-label={t("Stages")}>
        {stages.map((stage, i) => (
          <Card key={i} padding="xs" role="listitem">
            <StageRow raw={raw[i]} at={i} />
            {!readOnly && (
              <Group gap={4} justify="flex-end">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  disabled={i === 0}
                  aria-label={t("Move {stage} up", { stage: stage.key })}
                  onClick={() => move(i, -1)}
                >
                  <ChevronUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  disabled={i === stages.length - 1}
                  aria-label={t("Move {stage} down", { stage: stage.key })}
                  onClick={() => move(i, 1)}
                >
                  <ChevronDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  disabled={stages.length === 1}
                  aria-label={t("Remove {stage}", { stage: stage.key })}
                  onClick={() => set(["stages", i], undefined)}
                >
                  <X size={16} />
                </ActionIcon>
              </Group>
            )}
          </Card>
        ))}
      </Stack>
      {!readOnly && (
        <Group>
          <Button size="compact-sm" variant="subtle" leftSection={<Plus size={14} />} onClick={add}>
            {t("Add a stage")}
          </Button>
        </Group>
      )}
      <Row>
        <SelectAt
          at={["qualifies_at"]}
          label={t("A referral counts from")}
          options={stageOptions(document)}
          help={t("Goals, tiers and thresholds count referrals that came so far.")}
        />
        <DurationAt
          at={["attribution", "window"]}
          label={t("How long a link counts")}
          help={t("From the click to the first event. Empty: 30 days.")}
        />
        <SelectAt
          at={["attribution", "model"]}
          label={t("If several recommended")}
          unset="last_touch"
          options={[
            { value: "last_touch", label: t("the last one counts") },
            { value: "first_touch", label: t("the first one counts") },
          ]}
        />
        <DurationAt
          at={["attribution", "protected_window"]}
          label={t("Last-minute touches ignored")}
          help={t("A touch this shortly before the order does not displace an earlier one.")}
        />
      </Row>
      <Accepts />
      <TagsAt
        at={["attribution", "public_codes"]}
        label={t("Codes that are public")}
        help={t("They count less than a link: coupon sites found them.")}
      />
    </Stack>
  );
}

function StageRow({ raw, at }: { raw: unknown; at: number }) {
  const { set } = useDraft();
  const { readOnly } = useDraft();
  const stage: Json = isTree(raw) ? raw : { key: raw };
  const key = String(stage["key"] ?? "");
  const plain = !isTree(raw);
  const event = plain ? eventOfStage(key) : String(stage["on"] ?? "");
  if (plain)
    return (
      <Group justify="space-between">
        <div>
          <Text size="sm" fw={600}>
            {stageWords(key)}
          </Text>
          <Text size="xs" c="dimmed">
            {t("Reached when {event}.", { event: eventWords(event) })}
          </Text>
        </div>
        {!readOnly && (
          <Button size="compact-sm" variant="subtle" onClick={() => set(["stages", at], { key, on: event })}>
            {t("Change")}
          </Button>
        )}
      </Group>
    );
  return (
    <Stack gap="xs">
      <Row min={150}>
        <TextAt at={["stages", at, "key"]} label={t("Key")} required />
        <TextAt at={["stages", at, "name"]} label={t("Name")} />
        <SelectAt
          at={["stages", at, "on"]}
          label={t("Reached when")}
          options={EVENTS.map((value) => ({ value, label: eventWords(value) }))}
        />
      </Row>
      <ConditionAt at={["stages", at, "where"]} label={t("Only if")} />
    </Stack>
  );
}

function Accepts() {
  const { value, set, readOnly } = useAt(["attribution", "accepts"]);
  const all = [
    { value: "code", label: t("a code at the checkout") },
    { value: "link", label: t("a link") },
    { value: "invite", label: t("an invitation") },
    { value: "name", label: t("the friend says who") },
    { value: "claim", label: t("a claim") },
  ];
  const chosen = Array.isArray(value) ? (value as string[]) : all.map((each) => each.value);
  const change = (next: string[]): void => {
    if (next.length > 0) set(next.length === all.length ? undefined : next);
  };
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t("What counts as a recommendation")}
      </Text>
      <Chip.Group multiple value={chosen} onChange={change}>
        <Group gap="xs">
          {all.map((each) => (
            <Chip key={each.value} value={each.value} disabled={readOnly}>
              {each.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}

export function Switches() {
  const { document } = useDraft();
  if (document["kind"] !== "network" && document["enabled"] === undefined) return null;
  return (
    <CheckAt
      at={["enabled"]}
      label={t("The program is on")}
      help={t("A network is off until you say that it is lawful where you sell.")}
    />
  );
}
