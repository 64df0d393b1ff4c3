/** Texts by language: disclosure and terms. */
import { Stack } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { isTree } from "../draft/path.ts";
import { TextAt } from "./fields.tsx";
import { LanguageTabs } from "./languages.tsx";

export function Texts() {
  const { document } = useDraft();
  const written = ["disclosure", "terms"].flatMap((field) => (isTree(document[field]) ? Object.keys(document[field]) : []));
  return (
    <LanguageTabs written={written}>
      {(tag) => (
        <Stack gap="sm">
          <TextAt
            at={["disclosure", tag]}
            label={t("Disclosure")}
            help={t("What an advocate says beside her link, as she would say it.")}
            area
          />
          <TextAt
            at={["terms", tag]}
            label={t("Terms")}
            help={t("What people agree to. New words make a new version that they accept.")}
            area
          />
        </Stack>
      )}
    </LanguageTabs>
  );
}
