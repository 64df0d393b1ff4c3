/** Sections of the form view: what it is, and who takes part. */
import { Stack } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { kinds } from "../words.ts";
import { Audience } from "./audience.tsx";
import { ConditionAt } from "./condition.tsx";
import { CheckAt, ChipsAt, NumberAt, Row, SelectAt, TagsAt, TextAt } from "./fields.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";

type Advocates = PartOf<"advocates">;

export function Goal() {
  return (
    <Stack gap="sm">
      <TextAt at={["name"]} label={t("Name")} help={t("People read it: in the portal, in mails, on the page.")} required />
      <TextAt at={["description"]} label={t("Description")} help={t("For yourselves.")} area />
      <Row>
        <SelectAt at={["kind"]} label={t("Kind")} options={optionsOf(kinds())} />
        <TextAt at={["destination"]} label={t("Where the link leads")} help={t("The page of yours that a friend comes to.")} required />
      </Row>
    </Stack>
  );
}

export function Who() {
  return (
    <Stack gap="md">
      <Row>
        <SelectAt
          at={["advocates", "join"]}
          label={t("How one becomes an advocate")}
          options={optionsOf<NonNullable<Advocates["join"]>>({
            automatic: t("by joining"),
            apply: t("by applying; you decide"),
            invite: t("by your invitation"),
          })}
        />
        <SelectAt
          at={["friends", "who"]}
          label={t("Who may be referred")}
          options={optionsOf<NonNullable<PartOf<"friends">["who"]>>({
            new_customer: t("new customers"),
            new_customer_of_company: t("people of companies that are no customer yet"),
            anyone: t("anyone, customers too"),
          })}
        />
        <SelectAt
          at={["advocates", "friends"]}
          label={t("A friend whose first order has passed")}
          options={optionsOf<NonNullable<Advocates["friends"]>>({
            ask: t("is asked to join"),
            join: t("becomes an advocate by herself"),
          })}
        />
      </Row>
      <Audience />
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
          options={optionsOf<NonNullable<PartOf<"eligibility">["unknown"]>>({ refuse: t("refuse"), allow: t("allow") })}
        />
      </Row>
      <Law />
    </Stack>
  );
}

function Law() {
  return (
    <ChipsAt
      at={["law"]}
      label={t("Laws that hold here")}
      help={t("The linter then refuses what the law forbids, with its source. This is not legal advice.")}
      options={optionsOf<PartOf<"law">[number]>({
        us_real_estate: t("US: real estate"),
        us_mortgage: t("US: mortgages"),
        us_health: t("US: health care"),
      })}
    />
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
