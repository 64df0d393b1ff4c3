/** One entry of a kind's list: its state in words, its time, and what may be done with it. The widget shows all of them alike. */
import type { z } from "zod";
import { formatInstant } from "../core/time.ts";
import type { Values } from "../core/words.ts";
import type { OwnReading } from "./portal-reading.ts";
import type { act, itemsPage, portalItem } from "./views/portal-lists.ts";

export type Item = z.input<typeof portalItem>;
export type Items = z.input<typeof itemsPage>;
export type Act = z.input<typeof act>;
export type Field = NonNullable<Act["fields"]>[number];
export type Page = { after?: string | undefined; limit: number };
export type Lister = (read: OwnReading, page: Page) => Promise<Items>;

type Thing = {
  id: string;
  title: string;
  /** `claim.accepted`: its word and its sentence in the words of status. */
  state: string;
  tone: Item["tone"];
  values?: Values;
  why?: string;
} & Partial<Pick<Item, "text" | "stages" | "acts">> & { at?: number | null; deadline?: number | null; deadlineText?: string };

/** An entry. What is left out is not shown. */
export function itemOf({ voice }: OwnReading, thing: Thing): Item {
  const { words } = voice;
  const { id, title, state, tone, values = {} } = thing;
  const instantOrNull = (at: number | null | undefined): string | null => (at == null ? null : formatInstant(at));
  return {
    id,
    title,
    text: thing.text ?? null,
    status: state.slice(state.lastIndexOf(".") + 1),
    tone,
    status_label: words.say(`status.${state}`),
    why: thing.why ?? words.say(`status.${state}.why`, values),
    at: instantOrNull(thing.at),
    deadline: instantOrNull(thing.deadline),
    deadline_text: thing.deadlineText ?? null,
    stages: thing.stages ?? null,
    acts: thing.acts ?? [],
  };
}

type Deed = { word: string; method?: Act["method"]; path: string; body?: Record<string, unknown>; fields?: Field[]; values?: Values };

/** An act: `word` is `claim.withdraw`, whose label stands in the words of status; the last part is its name. */
export function actOf({ voice }: OwnReading, { word, method = "POST", path, body, fields, values = {} }: Deed): Act {
  return {
    act: word.slice(word.lastIndexOf(".") + 1),
    label: voice.words.say(`status.act.${word}`, values),
    method,
    path,
    ...(body === undefined ? {} : { body }),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** A field that is asked for: `contact.email` is the field email of the object contact. */
export function fieldOf({ voice }: OwnReading, name: string, of: Pick<Field, "kind" | "options"> & { optional?: true }): Field {
  const word = name.slice(name.lastIndexOf(".") + 1);
  const { optional, ...how } = of;
  return { name, label: voice.words.say(`status.field.${word}`), required: optional !== true, ...how };
}

/** Whom one names: an address, and what she is called. */
export function contactFields(read: OwnReading): Field[] {
  return [fieldOf(read, "contact.email", { kind: "email" }), fieldOf(read, "contact.name", { kind: "text", optional: true })];
}

/** A page from one row more than fits. */
export function itemsOf(
  page: Page,
  all: Item[],
  more: { summary?: string | null; acts?: Act[]; cursor?: (item: Item) => string } = {},
): Items {
  const data = all.slice(0, page.limit);
  const last = data.at(-1);
  const cursor = more.cursor ?? ((item: Item) => item.id);
  return {
    data,
    next: all.length > page.limit && last !== undefined ? cursor(last) : null,
    summary: more.summary ?? null,
    acts: more.acts ?? [],
  };
}

/** Where to go on, or everything at once where a list is short by nature. */
export const day = (read: OwnReading, at: number | null): string => (at === null ? "" : read.voice.formats.date(at, read.now));
