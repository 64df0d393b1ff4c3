/** The friend's path: its stages, which one counts, and whose recommendation gets the credit. */
import { ActionIcon, Button, Card, Group, Stack, Text } from "@mantine/core";
import { ChevronDown, ChevronUp, Plus, X } from "lucide-react";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { eventOfStage, eventWords, stageWords } from "../words.ts";
import { ConditionAt } from "./condition.tsx";
import { ChipsAt, DurationAt, Row, SelectAt, TagsAt, TextAt } from "./fields.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";
import { stageOptions, stagesOf } from "./when.tsx";

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
  return (
    <Stack gap="md">
      <Stages />
      <Credit />
      <Accepts />
      <TagsAt
        at={["attribution", "public_codes"]}
        label={t("Codes that are public")}
        help={t("They count less than a link: coupon sites found them.")}
      />
    </Stack>
  );
}

function Stages() {
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
  const icon = { variant: "subtle", color: "gray", size: 36 } as const;
  return (
    <>
      <Stack gap="xs" role="list" aria-label={t("Stages")}>
        {stages.map(({ key }, i) => (
          <Card key={i} padding="xs" role="listitem">
            <StageRow raw={raw[i]} at={i} />
            {!readOnly && (
              <Group gap={4} justify="flex-end">
                <ActionIcon {...icon} disabled={i === 0} aria-label={t("Move {stage} up", { stage: key })} onClick={() => move(i, -1)}>
                  <ChevronUp size={16} />
                </ActionIcon>
                <ActionIcon
                  {...icon}
                  disabled={i === stages.length - 1}
                  aria-label={t("Move {stage} down", { stage: key })}
                  onClick={() => move(i, 1)}
                >
                  <ChevronDown size={16} />
                </ActionIcon>
                <ActionIcon
                  {...icon}
                  disabled={stages.length === 1}
                  aria-label={t("Remove {stage}", { stage: key })}
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
    </>
  );
}

function Credit() {
  const { document } = useDraft();
  return (
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
        options={optionsOf<NonNullable<PartOf<"attribution">["model"]>>({
          last_touch: t("the last one counts"),
          first_touch: t("the first one counts"),
        })}
      />
      <DurationAt
        at={["attribution", "protected_window"]}
        label={t("Last-minute touches ignored")}
        help={t("A touch this shortly before the order does not displace an earlier one.")}
      />
    </Row>
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
  return (
    <ChipsAt
      at={["attribution", "accepts"]}
      label={t("What counts as a recommendation")}
      all
      options={optionsOf<NonNullable<PartOf<"attribution">["accepts"]>[number]>({
        code: t("a code at the checkout"),
        link: t("a link"),
        invite: t("an invitation"),
        name: t("the friend says who"),
        claim: t("a claim"),
      })}
    />
  );
}
