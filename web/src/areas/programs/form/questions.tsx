/** What those who join are asked: questions in each language, their kind, and whether they have to be answered. */
import { Card, Stack, Text } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { Entry } from "./entry.tsx";
import { CheckAt, Row, SelectAt, TextAt, useAt } from "./fields.tsx";
import { Add, Fold } from "./fold.tsx";
import { LanguageTabs } from "./languages.tsx";
import { freeKey } from "./levels.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";

const AT = ["advocates", "form"];
type Question = NonNullable<PartOf<"advocates">["form"]>[number];

export function Questions() {
  const { document, set } = useDraft();
  const { value } = useAt(AT);
  const questions = Array.isArray(value) ? (value as Json[]) : [];
  const written = [...new Set(questions.flatMap((each) => (isTree(each["label"]) ? Object.keys(each["label"]) : [])))];
  const first = written[0] ?? Object.keys(isTree(document["terms"]) ? document["terms"] : {})[0] ?? "en";
  const add = (): void =>
    set([...AT, questions.length], {
      key: freeKey(`question-${questions.length + 1}`, questions),
      label: { [first]: t("Why do you join?") },
    });
  return (
    <Fold
      at={AT}
      title={t("Questions on joining")}
      text={t("Asked in the portal before somebody takes part. Her answers are shown to whoever decides on her application.")}
      summary={t("{n, plural, one {# question is} other {# questions are}} asked on joining.", { n: questions.length })}
      add={t("Ask something")}
      start={() => [{ key: "why", label: { [first]: t("Why do you join?") } }]}
    >
      <LanguageTabs written={written}>
        {(tag) => (
          <Stack gap="sm" role="list" aria-label={t("Questions on joining")}>
            {questions.map((question, i) => (
              <OneQuestion key={i} question={question} at={i} tag={tag} only={questions.length === 1} />
            ))}
          </Stack>
        )}
      </LanguageTabs>
      {questions.length < 20 && <Add words={t("Add a question")} go={add} />}
    </Fold>
  );
}

type QuestionProps = { question: Json; at: number; tag: string; only: boolean };

function OneQuestion({ question, at: i, tag, only }: QuestionProps) {
  const { set } = useDraft();
  const at = [...AT, i];
  const choose = (type: string | undefined): void => {
    const { options: _, type: _type, ...rest } = question;
    const kind = type === undefined ? {} : { type };
    set(
      at,
      type === "select" ? { ...rest, ...kind, options: question["options"] ?? [{ key: "one" }, { key: "two" }] } : { ...rest, ...kind },
    );
  };
  return (
    <Card padding="sm" role="listitem">
      <Entry label={t("Remove question {n}", { n: i + 1 })} remove={() => set(only ? AT : at, undefined)}>
        <Stack gap="sm">
          <TextAt at={[...at, "label", tag]} label={t("Question {n}", { n: i + 1 })} required />
          <Row min={130}>
            <SelectAt
              at={[...at, "type"]}
              label={t("Answered by")}
              write={choose}
              options={optionsOf<NonNullable<Question["type"]>>({
                text: t("a text"),
                email: t("an e-mail address"),
                url: t("a web address"),
                select: t("one of several"),
                number: t("a number"),
                checkbox: t("a tick"),
              })}
            />
            <TextAt at={[...at, "help", tag]} label={t("Help below it")} />
            <TextAt at={[...at, "key"]} label={t("Key")} required />
          </Row>
          <CheckAt at={[...at, "required"]} label={t("Has to be answered")} />
          {question["type"] === "select" && <Options question={question} at={i} tag={tag} />}
        </Stack>
      </Entry>
    </Card>
  );
}

function Options({ question, at: i, tag }: Omit<QuestionProps, "only">) {
  const { set } = useDraft();
  const at = [...AT, i, "options"];
  const options = Array.isArray(question["options"]) ? (question["options"] as Json[]) : [];
  return (
    <Stack gap="xs" role="group" aria-label={t("Choices of question {n}", { n: i + 1 })}>
      <Text size="sm" fw={600}>
        {t("Choices")}
      </Text>
      {options.map((_, n) => (
        <Entry key={n} label={t("Remove choice {n}", { n: n + 1 })} remove={() => options.length > 1 && set([...at, n], undefined)}>
          <Row min={120}>
            <TextAt at={[...at, n, "label", tag]} label={t("Words")} />
            <TextAt at={[...at, n, "key"]} label={t("Key")} required />
          </Row>
        </Entry>
      ))}
      <Add words={t("Add a choice")} go={() => set([...at, options.length], { key: freeKey(`choice-${options.length + 1}`, options) })} />
    </Stack>
  );
}
