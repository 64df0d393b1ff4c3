/** The pages of a program: the words of its landing page, and which rooms its portal has. */
import { Divider, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { t } from "../../../words/say.ts";
import { BlockList } from "../../content/block-list.tsx";
import { type LandingPage, USUAL } from "../../content/blocks.ts";
import { PageSettings } from "../../content/landing-settings.tsx";
import { type Language, languageOf, languageOptions } from "../../content/languages.ts";
import { useDraft } from "../draft/draft.tsx";
import { isTree } from "../draft/path.ts";
import { useFindings } from "../draft/preview.ts";
import { ChipsAt, useAt } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";
import { ToContent } from "./to-content.tsx";

const LANDING = ["pages", "landing"];
type Room = NonNullable<NonNullable<PartOf<"pages">["portal"]>["hidden"]>[number];

export function Pages() {
  const { value } = useAt(LANDING);
  const page = (isTree(value) ? value : {}) as LandingPage;
  const [language, setLanguage] = useState<Language>("en");
  const n = page.blocks?.length ?? 0;
  return (
    <Fold
      at={["pages"]}
      title={t("Pages")}
      text={t(
        "What a friend sees who follows a link, and what the portal shows to those who take part. The page is drawn beside, under Page.",
      )}
      summary={
        page["enabled"] === false
          ? t("No landing page: a link leads straight to your shop")
          : n === 0
            ? t("The usual landing page")
            : t("{n, plural, one {# block} other {# blocks}} of your own", { n })
      }
    >
      <Select
        label={t("Words in")}
        allowDeselect={false}
        maw={280}
        data={languageOptions}
        value={language}
        onChange={(next) => setLanguage(languageOf(next ?? undefined))}
      />
      <LandingWords page={page} language={language} />
      <Portal />
    </Fold>
  );
}

function LandingWords({ page, language }: { page: LandingPage; language: Language }) {
  const { set, readOnly } = useDraft();
  const from = "/pages/landing/";
  const errors = Object.fromEntries(
    useFindings("/pages/landing").map(({ pointer, message }) => [pointer.slice(from.length), message] as const),
  );
  const own = page.template !== undefined;
  return (
    <fieldset disabled={readOnly} data-at="/pages/landing" tabIndex={-1} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      <Stack gap="sm">
        {own ? (
          <Text size="sm">{t("This page is HTML of your own: it is changed in Content.")}</Text>
        ) : (
          <BlockList
            blocks={page.blocks ?? USUAL}
            language={language}
            errors={errors}
            disabled={readOnly}
            change={(blocks) => set([...LANDING, "blocks"], blocks)}
          />
        )}
        <PageSettings page={page} language={language} errors={errors} change={(next) => set(LANDING, next)} />
        <ToContent to="/content/landing" words={t("Other versions, own HTML, and the page in full: in Content")} />
      </Stack>
    </fieldset>
  );
}

function Portal() {
  return (
    <Stack gap="sm">
      <Divider label={t("Portal")} labelPosition="left" />
      <ChipsAt
        at={["pages", "portal", "hidden"]}
        label={t("Rooms that this program's portal leaves out")}
        help={t("What it owes, its rules, help and the way out are always there. Rooms that the rules do not need are not shown anyway.")}
        options={optionsOf<Room>({
          share: t("Sharing"),
          claim: t("Claims"),
          deals: t("Deals"),
          vacancies: t("Vacancies"),
          leads: t("Leads"),
          requests: t("Requests"),
          slips: t("Slips"),
          cases: t("Cases"),
          deliverables: t("Deliverables"),
          shares: t("Posts"),
          gatherings: t("Gatherings"),
          referrals: t("Referrals"),
          catalogue: t("Catalogue"),
          standing: t("Standing"),
          learn: t("Learn"),
          name_claim: t("Name who sent you"),
          retro_claim: t("Missing referral"),
          testimonial: t("Testimonial"),
        })}
      />
      <ToContent to="/content/portal" words={t("Order of the rooms and the portal's words: in Content")} />
    </Stack>
  );
}
