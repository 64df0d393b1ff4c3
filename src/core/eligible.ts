/**
 * Who may take part in a program, from what was recorded with the fact: person.country ("DE"), person.region ("US-CA" or "CA") and
 * person.age in whole years. The date of birth itself is private and is never recorded.
 */
import { DAY, civilFromDays, daysInMonth } from "./calendar.ts";
import type { Eligibility } from "./program-eligibility.ts";
import type { Reason } from "./facts.ts";

export type Inputs = Readonly<Record<string, unknown>> | undefined;

/** What an eligibility section makes a program record with its facts. */
export const ELIGIBILITY_FIELDS = ["person.country", "person.region", "person.age"] as const;

/** Why somebody may not take part, or null. */
export function whyIneligible(rule: Eligibility | undefined, inputs: Inputs): Reason | null {
  if (rule === undefined) return null;
  if (rule.regions !== undefined) {
    const region = regionOf(inputs);
    if (region === undefined ? rule.unknown === "refuse" : !rule.regions.some((each) => each === region.country || each === region.part))
      return "outside_region";
  }
  if (rule.minimum_age === undefined) return null;
  const age = inputs?.["person.age"];
  if (typeof age !== "number") return rule.unknown === "refuse" ? "not_eligible" : null;
  return age < rule.minimum_age ? "not_eligible" : null;
}

/** A part of a country is known by its own code, or by the country and the part. */
function regionOf(inputs: Inputs): { country: string; part: string | undefined } | undefined {
  const country = inputs?.["person.country"];
  const region = inputs?.["person.region"];
  const part = typeof region === "string" ? region.toUpperCase() : undefined;
  if (part?.includes("-") === true) return { country: part.slice(0, 2), part };
  if (typeof country !== "string") return undefined;
  const known = country.toUpperCase();
  return { country: known, part: part === undefined ? undefined : `${known}-${part}` };
}

/** Whole years between a date of birth (YYYY-MM-DD) and an instant; undefined for anything else. A birthday of 29 February is 1 March. */
export function ageAt(birthDate: unknown, at: number): number | undefined {
  const found = typeof birthDate === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate) : null;
  if (found === null) return undefined;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const now = civilFromDays(Math.floor(at / DAY));
  const before = now.month < month || (now.month === month && now.day < day);
  const age = now.year - year - (before ? 1 : 0);
  return age < 0 || age > 150 ? undefined : age;
}

/** What is recorded of a person for eligibility, from her attributes at an instant. */
export function eligibilityInput(field: string, attributes: Readonly<Record<string, unknown>>, at: number): unknown {
  if (field === "person.region") return attributes.region ?? attributes.state;
  const stated = attributes.age;
  return ageAt(attributes.birth_date, at) ?? (typeof stated === "number" ? Math.floor(stated) : undefined);
}
