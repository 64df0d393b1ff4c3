/** From what a page says to the fields of an event. */

export type Person = { user_id?: string; email?: string; phone?: string; name?: string; company?: string } & Record<string, unknown>;

/** Fields of an event that keep their place; anything else that `track` is given is a property. */
const FIELDS = new Set(["id", "program", "subject", "name", "value", "currency", "quantity", "referral", "person", "properties"]);
const PERSON = new Set(["user_id", "email", "phone", "name", "company"]);

/** What is known of a person in its own place, the rest as attributes. */
export function personOf(who: string | Person, traits: Person): Person {
  const said: Person = { ...traits, ...(typeof who === "string" ? { user_id: who } : who) };
  const [person, attributes] = split(said, PERSON);
  return Object.keys(attributes).length > 0 ? { ...person, attributes } : person;
}

export function eventOf(said: Record<string, unknown>): Record<string, unknown> {
  const { channel: _, ...fields } = said;
  const [event, properties] = split(fields, FIELDS);
  return Object.keys(properties).length > 0 ? { ...event, properties } : event;
}

function split(said: Record<string, unknown>, names: ReadonlySet<string>): [Record<string, unknown>, Record<string, unknown>] {
  const all = Object.entries(said);
  return [Object.fromEntries(all.filter(([name]) => names.has(name))), Object.fromEntries(all.filter(([name]) => !names.has(name)))];
}

/** Short, and says nothing about what it was made from. */
export function checksum(text: string): string {
  let sum = 5381;
  for (let i = 0; i < text.length; i++) sum = (sum * 33 + text.charCodeAt(i)) | 0;
  return String(sum);
}
