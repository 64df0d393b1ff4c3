/** What a program promises, in words made from its rules, for a reader of a page. */
import type { OfferWords } from "../core/page.ts";
import { howWords, offerWords } from "../core/rules/how-words.ts";
import { stageFamily } from "../core/rules/trigger-words.ts";
import { UTC, compileZone } from "../core/time.ts";
import type { Voice } from "../core/words/voice.ts";
import type { PageSource } from "../flow/pages.ts";
import { voiceOf } from "../flow/voices.ts";

/** How a reader of a source is spoken to. */
export function readerVoice(source: PageSource, locale: string): Voice {
  const { workspaceId, settings } = source;
  return voiceOf({ workspaceId, settings, locale, zone: source.program.zone ?? source.zone });
}

const SOLD = new Set(["order", "payment", "renewal", "subscription"]);

/** `now`: bonus windows that are over are left out. */
export function offerOf(source: PageSource, voice: Voice, now: number): OfferWords {
  const { program } = source;
  const say = { voice, program, zone: compileZone(program.zone ?? source.zone) ?? UTC, now };
  const { friend_gets, you_get } = howWords(say);
  const sells = program.stages.some((each) => SOLD.has(stageFamily(program, typeof each === "string" ? each : each.key)));
  return { short: offerWords(say), friend: friend_gets, advocate: you_get, sells };
}
