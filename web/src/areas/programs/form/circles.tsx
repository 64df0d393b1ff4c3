/** Where people and companies help each other: cases that go from hand to hand, leads that companies swap, requests between members. */
import { Checkbox, Stack, Text } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { DurationAt, NumberAt, Row, TextAt, useAt } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { stageOptions } from "./when.tsx";

export function Cases() {
  const { document } = useDraft();
  const { value: due } = useAt(["case", "due"]);
  const many = typeof due === "object" && due !== null ? Object.keys(due).length : 0;
  return (
    <Fold
      at={["case"]}
      title={t("Cases")}
      text={t("Somebody is looked after from stage to stage by an owner, in time.")}
      summary={t("{n, plural, =0 {No stage has a deadline} one {# stage has a deadline} other {# stages have a deadline}}", { n: many })}
      start={() => ({})}
    >
      <Stack gap="xs" role="group" aria-label={t("How long a case may stay in each stage")}>
        <Text size="sm" fw={600}>
          {t("How long a case may stay in each stage")}
        </Text>
        <Row>
          {stageOptions(document).map(({ value, label }) => (
            <DurationAt key={value} at={["case", "due", value]} label={label} help={t("Empty: never late.")} />
          ))}
        </Row>
      </Stack>
      <Row>
        <DurationAt at={["case", "remind", "owner"]} label={t("Remind the owner so long after")} />
        <DurationAt at={["case", "remind", "coordinator"]} label={t("Tell the coordinator so long after")} />
        <TextAt
          at={["case", "coordinator"]}
          label={t("Coordinator")}
          help={t("Whoever looks after all cases, by your own id: user_id:u_17")}
        />
      </Row>
      <Offers />
    </Fold>
  );
}

/** Cases that are offered to places with room. */
function Offers() {
  const at = ["case", "places"];
  const { value, set, readOnly, mark } = useAt(at);
  return (
    <Stack gap="sm">
      <Checkbox
        {...mark}
        label={t("Cases are offered to places with room, the nearest first")}
        disabled={readOnly}
        checked={value !== undefined}
        onChange={(event) => set(event.currentTarget.checked ? {} : undefined)}
      />
      {value !== undefined && (
        <Row>
          <NumberAt at={[...at, "nearest"]} label={t("So many are asked")} />
          <DurationAt at={[...at, "accept_within"]} label={t("Each may accept within")} help={t("Then the next is asked.")} />
          <DurationAt at={[...at, "answer_within"]} label={t("And answers within")} />
        </Row>
      )}
    </Stack>
  );
}

export function Exchange() {
  return (
    <Fold
      at={["exchange"]}
      title={t("Lead exchange")}
      text={t("Companies send each other leads. Each accepted one moves a credit from who received it to who sent it.")}
      start={() => ({})}
    >
      <Row>
        <DurationAt at={["exchange", "accept_within"]} label={t("To be accepted within")} help={t("Then the lead goes back.")} />
        <NumberAt
          at={["exchange", "debt_limit"]}
          label={t("A company may owe so many")}
          help={t("Received more than it gave; leads that wait for its answer count.")}
        />
      </Row>
    </Fold>
  );
}

export function Requests() {
  return (
    <Fold
      at={["requests"]}
      title={t("Requests")}
      text={t("Members ask each other for introductions, and see how somebody has answered before.")}
      start={() => ({})}
    >
      <Row>
        <DurationAt at={["requests", "answer_within"]} label={t("To be answered within")} help={t("Then the request ends.")} />
        <DurationAt at={["requests", "trust", "over"]} label={t("Trust is counted over")} />
        <NumberAt
          at={["requests", "trust", "hidden_below"]}
          label={t("And shown from so many requests")}
          help={t("With fewer it would say little.")}
        />
      </Row>
    </Fold>
  );
}
