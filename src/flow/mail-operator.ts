/** What operators' own mails say beyond their kind's words: the week in sentences, and the report that one brings. */
import { dayWords, reportFigures, reportTable } from "../core/told/report-words.ts";
import { type TrackingTold, trackingSentences } from "../core/told/tracking-words.ts";
import { weekSentence } from "../core/told/week-words.ts";
import type { MailDraft } from "../core/messages/mail-compose.ts";
import type { Speaker } from "../core/words/speaker.ts";
import { createSpeaker } from "../core/words/speaker.ts";
import type { Language } from "../core/words.ts";
import type { Voice } from "../core/words/voice.ts";
import type { MailFacts, MailMessage } from "./mail-facts.ts";

type Drafting = { message: Pick<MailMessage, "id" | "kind" | "data">; voice: Voice };

const speakers = new Map<Language, Speaker>();

/** Null where operators are not spoken to in that language: a mail speaks one. */
function speakerOf(language: Language): Speaker | null {
  let speaker = speakers.get(language);
  if (speaker === undefined) speakers.set(language, (speaker = createSpeaker(language)));
  return speaker.language === language ? speaker : null;
}

export function operatorParts(facts: MailFacts, { message, voice }: Drafting): Partial<MailDraft> {
  const { formats, words } = voice;
  const speaker = speakerOf(words.language);
  if (message.kind === "tracking_alert") {
    const alert = message.data["alert"] as TrackingTold | undefined;
    return speaker === null || alert === undefined ? {} : { told: trackingSentences(alert, { speaker, formats }) };
  }
  const week = facts.weeks.get(message.id);
  if (week !== undefined) return speaker === null ? {} : { told: week.told.map((each) => weekSentence(each, { speaker, formats })) };
  const told = facts.reports.get(message.id);
  if (told === undefined) return {};
  const { report, name } = told;
  const of = { speaker: speaker ?? createSpeaker("en"), formats };
  const { say } = of.speaker;
  const days = { from: dayWords(report.period.from, formats), to: dayWords(report.period.to, formats) };
  const period = report.period.from === report.period.to ? days.to : say("{from} to {to}", days);
  const asOf = report.freshness.as_of;
  const notes = [
    say("Days are those of {zone}. Ranges in brackets hold the true value 95 times of 100.", { zone: report.period.zone }),
    ...(asOf === null ? [] : [say("Everything received before {at} is counted.", { at: formats.dateTime(Date.parse(asOf)) })]),
    ...(report.freshness.complete ? [] : [say("Older days are still being counted: the figures grow until that is done.")]),
  ];
  const figures = reportFigures(report, of);
  const text = figures.length === 0 ? say("Nothing happened in these days.") : period;
  return {
    own: { subject: `${name}: ${period}`, title: name, text, action: say("Open the report") },
    figures,
    table: reportTable(report, of),
    notes,
  };
}
