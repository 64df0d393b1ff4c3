/** Places in kept answers that are filled in: {name}, {program}, {workspace}, {operator}. */
import { Alert } from "@mantine/core";
import { list } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export const PLACEHOLDERS = ["name", "program", "workspace", "operator"] as const;
const PLACE = /\{(\w+)\}/g;

/** What is not known stays as it is, so that nobody sends "Hello ,". */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (whole, name: string) => (values[name] === undefined || values[name] === "" ? whole : values[name]));
}

/** Says so while there is still a place to fill in by hand. */
export function Filled({ text }: { text: string }) {
  const left = [...new Set([...text.matchAll(PLACE)].map((each) => each[0]))];
  if (left.length === 0) return null;
  return <Alert color="amber">{t("Still to be filled in: {places}", { places: list(left) })}</Alert>;
}
