/** A condition as a clause of a sentence: "the order total is at least $50". */
import type { Condition } from "../condition.ts";
import { FIXED_FIELDS, MONEY_FIELDS } from "../condition.ts";
import { type Saying, moneyWords } from "./reward-words.ts";

/** Things that have a sentence of their own, because their fields' names say nothing to a reader. */
const KNOWN: Readonly<Record<string, string>> = {
  '"person.attributes.employed"=true': "person_employed",
  '"advocate.attributes.employed"=true': "advocate_employed",
  '"event.properties.own_vacancy"={"ne":true}': "not_own_vacancy",
};

export function conditionWords(say: Saying, condition: Condition): string {
  const { words, formats } = say.voice;
  const parts = Object.entries(condition as Record<string, unknown>).flatMap(([field, value]): string[] => {
    if (field === "all") return (value as Condition[]).map((each) => conditionWords(say, each));
    if (field === "any")
      return [
        formats.list(
          (value as Condition[]).map((each) => conditionWords(say, each)),
          "or",
        ),
      ];
    if (field === "not") return [words.say("rules.cond.not", { condition: conditionWords(say, value as Condition) })];
    return comparisons(say, field, value);
  });
  return formats.list(parts);
}

function comparisons(say: Saying, field: string, value: unknown): string[] {
  const { words } = say.voice;
  const known = KNOWN[`${JSON.stringify(field)}=${JSON.stringify(value)}`];
  if (known !== undefined) return [words.say(`rules.known.${known}`)];
  const name = fieldWords(say, field);
  if (typeof value !== "object" || value === null) return [isWords(say, { field, name, value })];
  return Object.entries(value).map(([op, than]) => {
    if (op === "eq") return isWords(say, { field, name, value: than });
    if (op === "exists") return words.say(than === false ? "rules.cond.missing" : "rules.cond.exists", { field: name });
    return words.say(`rules.cond.${op}`, { field: name, value: valueWords(say, field, than) });
  });
}

function isWords(say: Saying, of: { field: string; name: string; value: unknown }): string {
  const { words } = say.voice;
  if (typeof of.value === "boolean") return words.say(`rules.cond.is_${of.value}`, { field: of.name });
  return words.say("rules.cond.eq", { field: of.name, value: valueWords(say, of.field, of.value) });
}

/** A field's own word; of an open one its last part, as somebody else named it. */
function fieldWords({ voice }: Saying, field: string): string {
  if ((FIXED_FIELDS as readonly string[]).includes(field)) return voice.words.say(`rules.field.${field.replaceAll(".", "_")}`);
  return voice.words.say("rules.field.open", { name: readable(field.split(".").at(-1) ?? field) });
}

function valueWords(say: Saying, field: string, value: unknown): string {
  const { formats } = say.voice;
  if (Array.isArray(value))
    return formats.list(
      value.map((each) => valueWords(say, field, each)),
      "or",
    );
  if (typeof value === "number") return formats.number(value);
  const text = String(value);
  if (MONEY_FIELDS.has(field) && /^\d+(\.\d+)? [A-Z]{3}$/.test(text)) return moneyWords(say, text);
  if (field === "person.country" && /^[A-Z]{2}$/.test(text)) return regionWords(say, text);
  return text;
}

/** "Germany" for "DE"; a part of a country ("US-CA") as it is. */
export function regionWords({ voice }: Saying, code: string): string {
  const names = new Intl.DisplayNames([voice.formats.locale], { type: "region", fallback: "code" });
  const [country = "", part] = code.split("-");
  const name = names.of(country) ?? country;
  return part === undefined ? name : `${name} (${part})`;
}

/** "qualified_lead" -> "Qualified lead". */
export function readable(key: string): string {
  const text = key.replaceAll(/[_-]+/g, " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
