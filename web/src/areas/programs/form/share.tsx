/** Share texts: which channels are offered, and what each says in each language. */
import { Stack, Text, TextInput, Textarea } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { isRightToLeft } from "../../content/languages.ts";
import { Lacks, problemOf, shareFields } from "../../content/share-fields.tsx";
import { useDraft } from "../draft/draft.tsx";
import { isTree } from "../draft/path.ts";
import { ChipsAt, TagsAt, TextAt, useAt } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { LanguageTabs, languageName } from "./languages.tsx";
import { ToContent } from "./to-content.tsx";

/** Names of networks are the same in every language. */
const NETWORKS = {
  whatsapp: "WhatsApp",
  telegram: "Telegram",
  messenger: "Messenger",
  linkedin: "LinkedIn",
  x: "X",
  facebook: "Facebook",
};
const ASIA = { line: "LINE", kakaotalk: "KakaoTalk" };

export function ShareTexts() {
  const { document } = useDraft();
  const { value } = useAt(["share", "messages"]);
  const written = isTree(value) ? Object.keys(value) : [];
  const thought = useAt(["share", "think_of", "text"]).value;
  const known = [document["disclosure"], document["terms"], thought].flatMap((texts) => (isTree(texts) ? Object.keys(texts) : []));
  const words: Record<string, string> = { ...NETWORKS, email: t("E-mail"), sms: t("SMS"), ...ASIA };
  const options = Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <Fold
      at={["share"]}
      title={t("Share texts")}
      text={t("What somebody can send with one tap. Her link and what she gets for it are always in it; she may change the rest.")}
      summary={written.length === 0 ? t("Our own words, made from the rewards") : written.map(languageName).join(", ")}
    >
      <ChipsAt
        at={["share", "channels"]}
        label={t("Channels")}
        help={t("None chosen: the usual ones, and where people live those that are usual there. Copying the link is always there.")}
        options={options}
      />
      <TagsAt
        at={["share", "think_of", "countries"]}
        label={t("Whom to think of: countries")}
        help={t("Codes such as DE or US. Advocates read it where they share. Insights tells what good friends have in common.")}
      />
      <ChipsAt
        at={["share", "think_of", "channels"]}
        label={t("Whom to think of: how to tell them")}
        help={t("By which channels good friends come.")}
        options={options}
      />
      <LanguageTabs written={[...written, ...known]}>
        {(tag) => (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t("{link} {code} and {disclosure} are filled in.", { link: "{link}", code: "{code}", disclosure: "{disclosure}" })}{" "}
              {t("What is left empty says our own words.")}
            </Text>
            <TextAt
              at={["share", "think_of", "text", tag]}
              label={t("Whom to think of: in your words")}
              help={t("A kind of friend, such as who bakes at home. Nobody by name.")}
            />
            {shareFields().map((field) => (
              <ShareText key={field.name} field={field} tag={tag} />
            ))}
          </Stack>
        )}
      </LanguageTabs>
      <ToContent to="/content/share" words={t("See each text as it is sent")} />
    </Fold>
  );
}

function ShareText({ field, tag }: { field: ReturnType<typeof shareFields>[number]; tag: string }) {
  const { name, label, most, help, short = false } = field;
  const { value, set, error, readOnly, mark } = useAt(["share", "messages", tag, name]);
  const text = typeof value === "string" ? value : "";
  const Input = short ? TextInput : Textarea;
  return (
    <div>
      <Input
        {...mark}
        label={label}
        description={help}
        value={text}
        readOnly={readOnly}
        dir={isRightToLeft(tag) ? "rtl" : "auto"}
        error={error ?? problemOf(text, most)}
        onChange={(event) => set(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
      {!short && !readOnly && <Lacks text={text} write={set} />}
    </div>
  );
}
