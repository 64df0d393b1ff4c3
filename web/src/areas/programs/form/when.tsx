/** When a reward is earned: at a stage, on joining, for an activity, with so many referrals, for a streak. */
import { NativeSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, type Path, isTree } from "../draft/path.ts";
import { stageWords } from "../words.ts";
import { ConditionAt } from "./condition.tsx";
import { CheckAt, DurationAt, NumberAt, type Option, Row, SelectAt, TextAt, useAt } from "./fields.tsx";

const KINDS = ["stage", "joined", "activity", "threshold", "streak"] as const;
type Kind = (typeof KINDS)[number];

export function stagesOf(document: Json): { key: string; on?: string; name?: string }[] {
  const stages = Array.isArray(document["stages"]) ? (document["stages"] as unknown[]) : [];
  return stages.map((each) => (isTree(each) ? (each as { key: string; on?: string; name?: string }) : { key: String(each) }));
}

export function stageOptions(document: Json): Option[] {
  return stagesOf(document).map(({ key, name }) => ({ value: key, label: name ?? stageWords(key) }));
}

export const periods = (): Option[] => [
  { value: "day", label: t("day") },
  { value: "week", label: t("week") },
  { value: "month", label: t("month") },
  { value: "quarter", label: t("quarter") },
  { value: "year", label: t("year") },
];

export function WhenAt({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const { document } = useDraft();
  const kind = KINDS.find((each) => isTree(value) && each in value) ?? "stage";
  const start: Record<Kind, Json> = {
    stage: { stage: String(document["qualifies_at"] ?? "order") },
    joined: { joined: true },
    activity: { activity: "review" },
    threshold: { threshold: 5 },
    streak: { streak: 3, every: "month" },
  };
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("What earns it")}
        disabled={readOnly}
        data={[
          { value: "stage", label: t("A friend reaches a stage") },
          { value: "joined", label: t("Somebody joins") },
          { value: "activity", label: t("Somebody does something (review, post)") },
          { value: "threshold", label: t("So many friends have qualified") },
          { value: "streak", label: t("A friend in each of several periods") },
        ]}
        value={kind}
        onChange={(event) => set(start[event.currentTarget.value as Kind])}
      />
      {kind === "stage" && <StageWhen at={at} />}
      {kind === "activity" && <ActivityWhen at={at} />}
      {kind === "threshold" && (
        <Row>
          <NumberAt at={[...at, "threshold"]} label={t("How many friends")} required />
          <DurationAt at={[...at, "within"]} label={t("Within")} help={t("Empty: however long it takes.")} />
          <CheckAt at={[...at, "repeat"]} label={t("Again with each so many more")} />
        </Row>
      )}
      {kind === "streak" && (
        <Row>
          <NumberAt at={[...at, "streak"]} label={t("How many periods in a row")} min={2} required />
          <SelectAt at={[...at, "every"]} label={t("Period")} options={periods()} />
          <CheckAt at={[...at, "repeat"]} label={t("Again with each such streak")} />
        </Row>
      )}
    </Stack>
  );
}

function StageWhen({ at }: { at: Path }) {
  const { document } = useDraft();
  const { value, set, readOnly } = useAt(at);
  const when = isTree(value) ? value : {};
  const which = "nth" in when ? (when["nth"] === 1 ? "first" : "nth") : "times" in when ? "times" : "every";
  const choose = (next: string): void => {
    const { nth: _nth, times: _times, ...rest } = when;
    set(next === "every" ? rest : next === "first" ? { ...rest, nth: 1 } : next === "nth" ? { ...rest, nth: 2 } : { ...rest, times: 12 });
  };
  const [waits, setWaits] = useState("after" in when || "if" in when);
  return (
    <Stack gap="sm">
      <Row>
        <SelectAt at={[...at, "stage"]} label={t("Which stage")} options={stageOptions(document)} />
        <NativeSelect
          label={t("Which of a friend's")}
          disabled={readOnly}
          data={[
            { value: "every", label: t("Every one") },
            { value: "first", label: t("The first") },
            { value: "nth", label: t("One of them, counted") },
            { value: "times", label: t("The first few") },
          ]}
          value={which}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {which === "nth" && <NumberAt at={[...at, "nth"]} label={t("Which one")} required />}
        {which === "times" && <NumberAt at={[...at, "times"]} label={t("How many of them")} required />}
        {which !== "first" && (
          <DurationAt at={[...at, "for"]} label={t("Only for")} help={t("Counted from the first one. Empty: without an end.")} />
        )}
      </Row>
      <ConditionAt at={[...at, "where"]} label={t("Only if")} help={t("Asked when it happens. Empty: always.")} />
      <ConditionAt at={[...at, "items"]} only="order.item." label={t("Only these items count")} />
      <NativeSelect
        label={t("Decided")}
        disabled={readOnly}
        data={[
          { value: "now", label: t("When it happens") },
          { value: "later", label: t("Some time later, if something holds then") },
        ]}
        value={waits ? "later" : "now"}
        onChange={(event) => {
          const later = event.currentTarget.value === "later";
          setWaits(later);
          const { after: _after, if: _if, ...rest } = when;
          set(later ? { ...rest, after: "90d" } : rest);
        }}
      />
      {waits && (
        <>
          <DurationAt at={[...at, "after"]} label={t("How much later")} />
          <ConditionAt at={[...at, "if"]} label={t("If by then")} />
        </>
      )}
    </Stack>
  );
}

function ActivityWhen({ at }: { at: Path }) {
  return (
    <Stack gap="sm">
      <Row>
        <TextAt at={[...at, "activity"]} label={t("Activity")} help={t("Its name in the events: review, post, testimonial.")} required />
        <NumberAt at={[...at, "times"]} label={t("How often it counts")} help={t("Empty: always, or once for each period or subject.")} />
        <SelectAt at={[...at, "every"]} label={t("Counts anew each")} options={periods()} none={t("never")} />
        <SelectAt
          at={[...at, "each"]}
          label={t("Counted for each")}
          none={t("all together")}
          options={[
            { value: "subject", label: t("subject by itself") },
            { value: "channel", label: t("channel by itself") },
          ]}
        />
      </Row>
      <ConditionAt at={[...at, "where"]} label={t("Only if")} />
    </Stack>
  );
}
