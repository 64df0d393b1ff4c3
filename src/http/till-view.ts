/** The till's page as HTML: what is asked for, and what came of it, in the clerk's words. */
import crypto from "node:crypto";
import type { Language } from "../core/words.ts";
import { voiceOf } from "../flow/voices.ts";
import type { Voice } from "../core/words/voice.ts";
import { normaliseCode } from "../core/code.ts";
import { parseMoney } from "../core/money.ts";
import { plainPage } from "./landing-page.ts";
import { renderOurs } from "./landing-render.ts";
import type { CouponVerdict } from "./services.ts";
import { currencyOf } from "./till-state.ts";
import type { TillPlace, TillState } from "./till-state.ts";

type Drawn = { state: TillState; language: Language; locale: string; script: string };

export function drawTill(place: TillPlace, { state, language, locale, script }: Drawn): { html: string; policy: string } {
  const { workspaceId, workspace } = place;
  const voice = voiceOf({ workspaceId, settings: workspace.settings, locale, zone: workspace.zone });
  const { words } = voice;
  const names = [
    "title",
    "code",
    "receipt",
    "total",
    "scan",
    "look",
    "redeem",
    "another",
    "key",
    "sign_in",
    "sign_out",
    "offline",
    "customer",
  ];
  const w = {
    ...Object.fromEntries(names.map((name) => [name, words.say(`page.till.${name}`)])),
    ...Object.fromEntries(["code", "receipt", "key", "customer"].map((name) => [`${name}_help`, words.say(`page.till.${name}.help`)])),
    total_help: words.say("page.till.total.help", { currency: (state.step === "verdict" ? currencyOf(state.verdict) : null) ?? "—" }),
  };
  const shared = { here: place.here, w, signed_in: state.clerk !== null, key_session: state.clerk?.byKey === true };
  const body = renderOurs("till", { ...shared, ...stateView(state, voice) });
  return plainPage(workspace, language, { title: words.say("page.till.title"), body, script });
}

function stateView(state: TillState, voice: Voice): Record<string, unknown> {
  const { words, formats } = voice;
  if (state.step === "key") return { error: state.wrongKey ? words.say("page.till.key.wrong") : null };
  if (state.step === "code") {
    const stopped = state.stopped ? words.say("page.busy", { minutes: 10 }) : null;
    return { error: stopped ?? (state.missing ? words.say("page.till.code.help") : null) };
  }
  const { verdict, done, code } = state;
  const outcome = done ? "done" : verdict.valid ? "good" : "bad";
  return {
    verdict: words.say(`page.till.${outcome}`),
    tone: outcome === "bad" ? "bad" : "good",
    code: normaliseCode(code),
    reason: verdict.valid ? null : reasonWords(voice, verdict.reason),
    worth: verdict.valid ? worthWords(voice, verdict) : null,
    until:
      verdict.valid && verdict.validUntil !== null && !done
        ? words.say("page.till.until", { date: formats.dateTime(verdict.validUntil) })
        : null,
    number: verdict.number === null ? null : words.say("page.till.number", { number: verdict.number }),
    ready: verdict.valid && !done,
    currency: currencyOf(verdict),
    personal: (verdict.terms as { bearer?: boolean } | null)?.bearer !== true,
    // A reload of this very page redeems nothing: it only looks.
    once: crypto.randomBytes(18).toString("base64url"),
    total_error: state.badTotal ? words.say("page.till.total.wrong") : null,
  };
}

function reasonWords({ words }: Voice, reason: string | null): string {
  const key = `page.till.reason.${reason ?? "other"}` as const;
  return words.say(words.has(key) ? key : "page.till.reason.other");
}

/** What it takes off: of this bill where that is known, else as the coupon promises it. */
function worthWords({ words, formats }: Voice, { discount, terms }: CouponVerdict): string | null {
  if (discount !== null) return words.say("page.till.off", { amount: formats.money(discount.amount, discount.currency) });
  const { amount, percent } = (terms ?? {}) as { amount?: string; percent?: number };
  const money = amount === undefined ? undefined : parseMoney(amount);
  if (typeof money === "object") return words.say("page.till.off", { amount: formats.money(money.amount, money.currency) });
  return percent === undefined ? null : words.say("page.till.percent", { percent: formats.percent(percent) });
}
