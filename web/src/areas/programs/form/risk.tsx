/** The risk policy: from which doubt on a referral waits or is refused. What each reason weighs is changed where its effect is seen. */
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { isTree } from "../draft/path.ts";
import { DurationAt, NumberAt, Row, SelectAt, TagsAt, useAt } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";

export function Risk() {
  const { document } = useDraft();
  const { value } = useAt(["risk"]);
  const holds = isTree(value) ? Number(value["hold_at"] ?? 50) : 0;
  const weights = isTree(value) && isTree(value["weights"]) ? Object.keys(value["weights"]).length : 0;
  const to = { component: Link, to: "/risk/policy", search: { program: document["key"] } } as object;
  return (
    <Fold
      at={["risk"]}
      title={t("Risk policy")}
      text={t("From which doubt on a referral waits for you, and from which it is refused. Without a policy nobody is judged.")}
      summary={t("Waits for a review from {n}", { n: holds })}
      add={t("Judge referrals")}
      start={() => ({ hold_at: 50 })}
    >
      <Row>
        <NumberAt at={["risk", "hold_at"]} label={t("Wait for a review from")} help={t("Doubt from 0 to 100.")} />
        <NumberAt at={["risk", "refuse_at"]} label={t("Refuse at once from")} help={t("Empty: nothing is refused unseen.")} />
        <DurationAt at={["risk", "review_within"]} label={t("Time to review")} help={t("After it the policy decides.")} />
        <SelectAt
          at={["risk", "unreviewed"]}
          label={t("What nobody reviewed")}
          options={optionsOf<NonNullable<PartOf<"risk">["unreviewed"]>>({ refuse: t("Is refused"), pay: t("Is paid") })}
        />
      </Row>
      <Row>
        <NumberAt
          at={["risk", "velocity", "count"]}
          label={t("Referrals of one advocate")}
          help={t("More in the time beside it count.")}
        />
        <DurationAt at={["risk", "velocity", "within"]} label={t("In")} />
        <NumberAt at={["risk", "quickest_seconds"]} label={t("Sooner than (seconds)")} help={t("From the touch to the conversion.")} />
        <TagsAt at={["risk", "coupon_sites"]} label={t("Coupon sites of your own")} help={t("Besides the known ones.")} />
      </Row>
      <Text size="sm">
        {weights === 0
          ? t("Each reason weighs as usual.")
          : t("{n, plural, one {# reason weighs} other {# reasons weigh}} otherwise than usual.", { n: weights })}{" "}
        <Anchor {...to} size="sm" underline="always">
          {t("Change the weights and see the past month under it")}
        </Anchor>
      </Text>
    </Fold>
  );
}
