/** Sharing as a deed: when a share counts, and what those who share are given to share. */
import { Stack } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { Entry } from "./entry.tsx";
import { DurationAt, NumberAt, Row, SelectAt, TagsAt, TextAt, useAt } from "./fields.tsx";
import { Add, Fold } from "./fold.tsx";
import { LanguageTabs } from "./languages.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";

export function Shares() {
  return (
    <Fold
      at={["shares"]}
      title={t("Shares")}
      text={t("A post that is handed in counts once enough different people have come by its own link.")}
      start={() => ({})}
    >
      <Row>
        <NumberAt at={["shares", "visits"]} label={t("So many different visitors")} />
        <DurationAt at={["shares", "within"]} label={t("Within")} help={t("With fewer by then it does not count any more.")} />
      </Row>
      <TagsAt at={["shares", "channels"]} label={t("Only on these networks")} help={t("Such as instagram or x. Empty: on any.")} />
    </Fold>
  );
}

type Asset = NonNullable<PartOf<"content_kit">["assets"]>[number];

export function Kit() {
  const { set } = useDraft();
  const { value: brief } = useAt(["content_kit", "brief"]);
  const { value } = useAt(["content_kit", "assets"]);
  const assets = Array.isArray(value) ? (value as Json[]) : [];
  const at = ["content_kit", "assets"];
  return (
    <Fold
      at={["content_kit"]}
      title={t("Content kit")}
      text={t("What those who speak for you are given: what to say, and pictures and files to say it with.")}
      summary={t("{n, plural, =0 {No files} one {# file} other {# files}}", { n: assets.length })}
      start={() => ({})}
    >
      <LanguageTabs written={isTree(brief) ? Object.keys(brief) : []}>
        {(tag) => <TextAt at={["content_kit", "brief", tag]} label={t("What to say, and what not")} area />}
      </LanguageTabs>
      <Stack gap="sm" role="list" aria-label={t("Files")}>
        {assets.map((_, i) => (
          <div key={i} role="listitem">
            <Entry label={t("Remove file {n}", { n: i + 1 })} remove={() => set(assets.length === 1 ? at : [...at, i], undefined)}>
              <Row min={150}>
                <TextAt at={[...at, i, "name"]} label={t("Name")} required />
                <SelectAt
                  at={[...at, i, "kind"]}
                  label={t("Kind")}
                  options={optionsOf<Asset["kind"]>({
                    image: t("Picture"),
                    video: t("Video"),
                    audio: t("Sound"),
                    text: t("Text"),
                    file: t("File"),
                  })}
                />
                <TextAt at={[...at, i, "url"]} label={t("Address")} help={t("Where it is: https://…")} required />
                <TextAt at={[...at, i, "alt"]} label={t("What it shows")} help={t("For those who do not see it.")} />
              </Row>
            </Entry>
          </div>
        ))}
      </Stack>
      <Add
        words={t("Add a file")}
        go={() => set([...at, assets.length], { name: t("File {n}", { n: assets.length + 1 }), kind: "image", url: "https://" })}
      />
    </Fold>
  );
}
