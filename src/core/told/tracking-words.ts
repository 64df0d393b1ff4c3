/** What about what arrives needs somebody, as a mail tells it: what is wrong, and what to do. The console says the same. */
import type { DoorAlert } from "../analytics/doors.ts";
import type { Alert } from "../analytics/tracking-health.ts";
import type { Speaker } from "../words/speaker.ts";
import type { ReportVoice } from "./report-words.ts";

/** `door`: of which, where the code says `door_`; `name`: a connected shop's. */
export type TrackingTold = {
  code: Alert["code"] | DoorAlert["code"];
  value: number;
  limit: number;
  door: string | null;
  name: string | null;
};

type Say = Speaker["say"];

const DOORS: Record<string, (say: Say) => string> = {
  api: (say) => say("Your server"),
  browser: (say) => say("Browsers"),
  segment: (say) => say("Segment"),
  people: (say) => say("People, by the API or the console"),
  page: (say) => say("Hosted pages"),
  portal: (say) => say("Portal"),
  import: (say) => say("Imports"),
};

type Values = { name: string; value: string; limit: string; n: number };

const SAID: Record<TrackingTold["code"], (say: Say, of: Values) => [what: string, then: string]> = {
  silence: (say, { limit }) => [
    say("Nothing has arrived for a day"),
    say("Usually {limit} events arrive in that time. Look whether the snippet, the webhook or the key is still in place.", { limit }),
  ],
  fewer_events: (say, { value, limit }) => [
    say("Fewer events than usual"),
    say("{value} in the last 24 hours; below {limit} is more than chance. Something may have stopped sending.", { value, limit }),
  ],
  fewer_visits: (say, { value, limit }) => [
    say("Fewer visits than usual"),
    say("{value} yesterday and today; below {limit} is more than chance. Look whether the links still lead to a page.", { value, limit }),
  ],
  late_events: (say) => [say("Events arrive late"), say("An import does this, too. Look at what sends them.")],
  failed_events: (say, { n }) => [
    say("Events failed"),
    say("{n, plural, one {# event was} other {# events were}} taken and could not be worked on. Try them again.", { n }),
  ],
  webhooks_dead: (say, { n }) => [
    say("Webhooks were given up"),
    say("{n, plural, one {# delivery was} other {# deliveries were}} not taken after many tries.", { n }),
  ],
  behind: (say, { n }) => [
    say("What follows events is behind"),
    say("{n, plural, one {# minute} other {# minutes}}: mails, webhooks and figures come later by that.", { n: Math.round(n / 60_000) }),
  ],
  door_silent: (say, { name, limit }) => [
    say("Nothing comes from: {name}", { name }),
    say("Usually {limit} events come in that time. Look whether what sends them still runs and may still send.", { limit }),
  ],
  door_fewer: (say, { name, value, limit }) => [
    say("Much less than usual comes from: {name}", { name }),
    say("{value} in the last 24 hours; below {limit} is more than chance, also against this day of the weeks before.", { value, limit }),
  ],
  door_duplicates: (say, { name, value, limit }) => [
    say("More is sent twice than usual: {name}", { name }),
    say("{value} of the last day's had come before; above {limit} is new. Nothing is paid twice, but something sends again and again.", {
      value,
      limit,
    }),
  ],
  door_refusals: (say, { name, value, limit }) => [
    say("More is refused than usual: {name}", { name }),
    say("{value} of the last day's; above {limit} is new.", { value, limit }),
  ],
};

/** What is wrong, and what to do about it. */
export function trackingSentences(of: TrackingTold, { speaker: { say }, formats }: ReportVoice): string[] {
  const isShare = of.code === "door_duplicates" || of.code === "door_refusals";
  const text = (value: number): string => (isShare ? formats.percent(Math.round(value * 1000) / 10) : formats.number(Math.round(value)));
  const name = of.name ?? DOORS[of.door ?? ""]?.(say) ?? of.door ?? "";
  return SAID[of.code](say, { name, value: text(of.value), limit: text(of.limit), n: of.value });
}
