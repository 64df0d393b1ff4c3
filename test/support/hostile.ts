/**
 * One text of the attack corpus in every field that an advocate, a friend or an operator can write. A field may refuse it (4xx); it may
 * not fail on it. What was taken is on the pages, in the mails, in the pictures and in the files that a test then looks at.
 */
import { presets } from "../../presets/index.ts";
import type { Stage } from "./stage.ts";

/** Address of the person who belongs to a text. */
export const addressFor = (key: string): string => `${key.toLowerCase()}@friend.example`;

export type Planted = { program: string; person: string; email: string; code: string; taken: string[]; refused: string[] };

/** Puts `text` everywhere. `key` names the program and the people of this text. */
export async function plant(stage: Stage, key: string, text: string): Promise<Planted> {
  const taken: string[] = [];
  const refused: string[] = [];
  const put = async <T = Record<string, unknown>>(
    field: string,
    request: [method: string, path: string, body: unknown],
  ): Promise<T | null> => {
    const answer = await send(stage, request);
    if (answer.status >= 500) throw new Error(`${field} failed with ${answer.status} on ${JSON.stringify(text)}: ${answer.text}`);
    (answer.status < 400 ? taken : refused).push(field);
    return answer.status < 400 ? (JSON.parse(answer.text || "{}") as T) : null;
  };
  await plantSettings(put, text);
  const program = `h-${key.toLowerCase()}`;
  await plantProgram(put, { program, text });
  const email = addressFor(key);
  const { code, person } = await plantPeople(put, { program, text, key, email });
  // Paid out later: the file for the bank has her name, the reason goes into a mail.
  const value = { amount: 1000, currency: "USD" };
  await put("reason of a grant", ["POST", "/v1/rewards", { program, person, kind: "cash", value, reason: text.slice(0, 500) }]);
  return { program, person, email, code, taken, refused };
}

type Put = <T = Record<string, unknown>>(field: string, request: [method: string, path: string, body: unknown]) => Promise<T | null>;

async function plantSettings(put: Put, text: string): Promise<void> {
  const settings = async (field: string, change: unknown): Promise<unknown> => put(field, ["PATCH", "/v1/settings", change]);
  await settings("workspace name", { name: text });
  const brands = { name: text, logo_url: text, primary: text, font: text, support_email: text, privacy_url: text };
  for (const [field, value] of Object.entries(brands)) await settings(`brand ${field}`, { settings: { brand: { [field]: value } } });
  await settings("brand name", { settings: { brand: { name: text, primary: "#5b2a6e" } } });
  const keys = ["page.offer.title", "page.steps.title", "page.action.code", "page.disclosure.plain", "page.nowhere.title"].concat([
    "portal.share.now",
    "portal.share.title",
    "portal.how.you_get",
    "portal.frame.powered_by",
    "portal.nav.rewards",
    "portal.rewards.none",
  ]);
  const own = Object.fromEntries(keys.map((key) => [key, text]));
  await settings("words", { settings: { words: own } });
}

async function plantProgram(put: Put, { program, text }: { program: string; text: string }): Promise<void> {
  const preset = presets.find((each) => each.key === "two_way")!;
  const landing = { blocks: blocksOf(text), title: text, description: text };
  const share = { ...preset.share!, messages: { en: messagesOf(text) }, disclosure: { en: text } };
  const whole = { ...preset, key: program, name: text, description: text, terms: { en: text }, share, pages: { landing } };
  // Field by field where all at once is refused, so that one strict field does not save the others.
  const document = { ...preset, key: program, pages: { landing: {} } } as Record<string, unknown>;
  const save = (field: string, body: unknown): Promise<unknown> => put(field, ["PUT", `/v1/programs/${program}`, body]);
  if ((await save("program", whole)) === null) {
    for (const field of ["name", "description", "terms", "share", "pages"] as const) {
      const wish = { ...document, [field]: whole[field] };
      if ((await save(`program ${field}`, wish)) !== null) document[field] = whole[field];
    }
    await save("program in part", document);
  }
  if ((await put("publish", ["POST", `/v1/programs/${program}/publish`, {}])) === null) {
    await save("program with our texts", { ...document, share: preset.share, terms: preset.terms });
    await put("publish with our texts", ["POST", `/v1/programs/${program}/publish`, {}]);
  }
}

function blocksOf(text: string): unknown[] {
  const short = text.slice(0, 80);
  return [
    { block: "hero", title: short, text },
    { block: "offer", title: short, text },
    { block: "action", label: short },
    { block: "steps", title: short, items: [text] },
    { block: "text", title: short, text: `${text}\n${text}` },
    { block: "faq", title: short, items: [{ question: text, answer: text }] },
    { block: "proof", title: short },
  ];
}

function messagesOf(text: string): Record<string, string> {
  const message = `${text} {link} {disclosure}`;
  return { message, email_subject: text, email: message, linkedin_post: message, linkedin_message: message };
}

async function plantPeople(
  put: Put,
  of: { program: string; text: string; key: string; email: string },
): Promise<{ code: string; person: string }> {
  const { program, text, key, email } = of;
  type Joined = { person: string; links: { code: string }[] };
  const join = (field: string, name: object): Promise<Joined | null> =>
    put<Joined>(field, ["POST", "/v1/advocates", { program, person: { user_id: `adv-${key}`, email, ...name } }]);
  const joined = (await join("advocate name", { name: text })) ?? (await join("advocate", {}));
  if (joined === null) throw new Error(`nobody could join for ${JSON.stringify(text)}`);
  const code = joined.links[0]!.code;
  const friend = { user_id: `fri-${key}`, email: `f-${email}` };
  const signup = { type: "signup", referral: { code } };
  if ((await put("friend name", ["POST", "/v1/events", { ...signup, person: { ...friend, name: text } }])) === null)
    await put("friend", ["POST", "/v1/events", { ...signup, person: friend }]);
  const wish = { program, person: joined.person, text, shown_as: text.slice(0, 200), consent: true, rating: 9 };
  const said = await put<{ id: string }>("testimonial", ["POST", "/v1/testimonials", wish]);
  if (said !== null) await put("testimonial approved", ["POST", `/v1/testimonials/${said.id}/approve`, {}]);
  return { code, person: joined.person };
}

async function send(stage: Stage, [method, path, body]: [string, string, unknown]): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${stage.product.info["test_key"] ?? ""}`, "content-type": "application/json" };
  const response = await fetch(stage.url + path, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}
