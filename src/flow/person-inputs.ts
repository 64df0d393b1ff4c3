/** What conditions read about a person, from what is stored of her: the same fields as on a fact (core/condition.ts). */
import { eligibilityInput } from "../core/eligible.ts";
import type { Scalar } from "../core/condition.ts";
import type { PersonRow } from "../store/people.ts";

/** Only values that a condition can compare: text, numbers, yes and no. Lists and objects count as absent, as they do on facts. */
export function personInputs(row: Pick<PersonRow, "data" | "company"> | null, now?: number): Record<string, Scalar> {
  const attributes = (row?.data?.["attributes"] as Record<string, unknown> | undefined) ?? {};
  const inputs: Record<string, Scalar> = {};
  const keep = (field: string, value: unknown): void => {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") inputs[field] = value;
  };
  for (const [name, value] of Object.entries(attributes)) keep(`person.attributes.${name}`, value);
  keep("person.country", attributes["country"]);
  keep("person.language", attributes["language"]);
  keep("person.company", row?.company);
  if (now !== undefined) for (const field of ["person.region", "person.age"]) keep(field, eligibilityInput(field, attributes, now));
  return inputs;
}
