/** Sections of the form view: what it is, and who takes part. */
import { Chip, Group, Stack, Text } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { kindWords } from "../words.ts";
import { ConditionAt } from "./condition.tsx";
import { CheckAt, NumberAt, Row, SelectAt, TagsAt, TextAt, useAt } from "./fields.tsx";

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
      <Text size="sm" fw={600} mb={4}>
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
