/**
 * The language of what operators read: the caller's Accept-Language, among English, German and Arabic. A schema says which fields of an
 * answer are sentences of ours (`sentence` in schemas.ts); only those are put into her language, after the handler has answered. A caller
 * who asks for no language of ours, as servers do, gets English and costs nothing.
 */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Language } from "../core/words.ts";
import { type Speaker, createSpeaker } from "../core/words/speaker.ts";
import { readerLanguage } from "./reader.ts";

const speakers = new Map<Language, Speaker>();

/** Who speaks to the caller. */
export function speakerOf(request: FastifyRequest): Speaker {
  const accept = request.headers["accept-language"];
  const language = accept === undefined ? "en" : readerLanguage(undefined, accept);
  let speaker = speakers.get(language);
  if (speaker === undefined) speakers.set(language, (speaker = createSpeaker(language)));
  return speaker;
}

/** Where an answer's sentences stand: a name, every entry of a list or record (`*`), then the sentence itself (`true`). */
type Places = { [name: string]: Places | true };

const known = new WeakMap<z.ZodType, Places | true | null>();

/** The answer with its sentences in the caller's language. The answer itself is not changed. */
export function spoken(answer: unknown, { response, speaker }: { response: z.ZodType; speaker: Speaker }): unknown {
  if (speaker.language === "en") return answer;
  let places = known.get(response);
  if (places === undefined) known.set(response, (places = placesIn(response, new Set())));
  return places === null ? answer : put(answer, places, speaker);
}

function put(value: unknown, places: Places | true, speaker: Speaker): unknown {
  if (places === true) return typeof value === "string" ? speaker.hear(value) : value;
  if (Array.isArray(value)) {
    const each = places["*"];
    return each === undefined ? value : value.map((one) => put(one, each, speaker));
  }
  if (typeof value !== "object" || value === null) return value;
  const found = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(found).map(([name, one]) => {
      const at = places[name] ?? places["*"];
      return [name, at === undefined ? one : put(one, at, speaker)];
    }),
  );
}

/** Null where there is no sentence below. A schema that holds itself is looked at once. */
function placesIn(schema: z.ZodType, above: ReadonlySet<z.ZodType>): Places | true | null {
  if (above.has(schema)) return null;
  if (z.globalRegistry.get(schema)?.["x-sentence"] === true) return true;
  const within = new Set([...above, schema]);
  const { def } = schema as unknown as { def: Record<string, unknown> & { type: string } };
  const inner = (name: string): Places | true | null => placesIn(def[name] as z.ZodType, within);
  switch (def.type) {
    case "object":
      return named(Object.entries(def["shape"] as Record<string, z.ZodType>).map(([name, each]) => [name, placesIn(each, within)]));
    case "array":
      return named([["*", inner("element")]]);
    case "record":
      return named([["*", inner("valueType")]]);
    case "union":
      return (def["options"] as z.ZodType[]).map((each) => placesIn(each, within)).reduce(both, null);
    case "pipe":
      return inner("out");
    default:
      return def["innerType"] === undefined ? null : inner("innerType");
  }
}

function named(entries: [string, Places | true | null][]): Places | null {
  const found = entries.filter((each): each is [string, Places | true] => each[1] !== null);
  return found.length === 0 ? null : Object.fromEntries(found);
}

function both(a: Places | true | null, b: Places | true | null): Places | true | null {
  if (a === null || b === null || a === true || b === true) return a ?? b;
  return named([...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [name, both(a[name] ?? null, b[name] ?? null)]));
}
