/** What few programs need: parts that it may have, one press away, and how it stands beside others. */
import { Button, Group } from "@mantine/core";
import { Plus } from "lucide-react";
import { Section } from "../../../kit/page.tsx";
import { useMe } from "../../../app/me.ts";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { Cases, Exchange, Requests } from "./circles.tsx";
import { DurationAt, NumberAt, Row, SelectAt, TagsAt, TextAt } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { useGoTo } from "./jump.ts";
import { Kit, Shares } from "./sharing.tsx";

const PARTS = { case: Cases, exchange: Exchange, requests: Requests, shares: Shares, content_kit: Kit } as const;
type Part = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as Part[];

const words = (): Record<Part, string> => ({
  case: t("Cases"),
  exchange: t("Lead exchange"),
  requests: t("Requests"),
  shares: t("Shares"),
  content_kit: t("Content kit"),
});

export function FurtherParts() {
  const { document, set, readOnly } = useDraft();
  const goTo = useGoTo();
  const there = ALL.filter((each) => document[each] !== undefined);
  const others = ALL.filter((each) => document[each] === undefined);
  return (
    <>
      {there.map((each) => {
        const Shown = PARTS[each];
        return <Shown key={each} />;
      })}
      <Beside />
      {!readOnly && others.length > 0 && (
        <Section title={t("Further parts")} text={t("This program has none of these. Most need none.")}>
          <Group gap="xs">
            {others.map((each) => (
              <Button
                key={each}
                size="sm"
                variant="default"
                leftSection={<Plus size={14} />}
                onClick={() => {
                  const next = { ...document, [each]: {} };
                  set([each], {});
                  goTo(`/${each}`, next);
                }}
              >
                {words()[each]}
              </Button>
            ))}
          </Group>
        </Section>
      )}
    </>
  );
}

/** Its clock, its rank, and the programs that it excludes. */
function Beside() {
  const { workspace } = useMe();
  return (
    <Fold
      at={["zone"]}
      also={["/priority", "/exclusive_group", "/settle_grace", "/destinations"]}
      title={t("Time zone and other programs")}
      text={t("Whose midnight ends its days and months, and which program comes first where several could count the same order.")}
    >
      <Row>
        <SelectAt
          at={["zone"]}
          label={t("Time zone")}
          none={t("the workspace's: {zone}", { zone: workspace.zone })}
          options={["UTC", ...Intl.supportedValuesOf("timeZone")].map((value) => ({ value, label: value }))}
        />
        <NumberAt at={["priority"]} label={t("Priority")} help={t("Of two that exclude each other the lower number comes first.")} />
        <TextAt
          at={["exclusive_group"]}
          label={t("Excludes others of the group")}
          help={t("One short name. Of programs with the same one, the first that has a reward for an order rewards it.")}
        />
        <DurationAt
          at={["settle_grace"]}
          label={t("What arrives late counts for")}
          help={t("Then a referral is settled, and moves no more by itself.")}
        />
      </Row>
      <TagsAt
        at={["destinations"]}
        label={t("More pages that a link may lead to")}
        help={t("Whole addresses: https://shop.example/sale")}
      />
    </Fold>
  );
}
