/** Questions that only some kinds of programs raise: levels, contests, claims, exchanges, cases, networks. */
import type { ContestTerms } from "../program-contest.ts";
import { type Faq, faq } from "./faq-form.ts";
import { type Saying, capital, moneyWords, rewardWords } from "./reward-words.ts";
import { regionWords } from "./condition-words.ts";
import { levelWords } from "./step-words.ts";
import { earnWords, stageLabel } from "./trigger-words.ts";

export function kindFaq(say: Saying): Faq[] {
  return [
    ...levelsFaq(say),
    ...contestFaq(say),
    ...claimFaq(say),
    ...sharesFaq(say),
    ...exchangeFaq(say),
    ...caseFaq(say),
    ...(say.program.kind === "network" ? faq(say, "network") : []),
    ...(say.program.leaderboard === undefined && say.program.contest?.leaderboard === undefined ? [] : faq(say, "ranking")),
  ];
}

function levelsFaq(say: Saying): Faq[] {
  const { levels } = say.program;
  if (levels === undefined) return [];
  const { formats } = say.voice;
  return faq(say, "levels", {
    levels: levelWords(say),
    window: formats.duration(levels.window),
    notice: formats.duration(levels.notice),
  });
}

function contestFaq(say: Saying): Faq[] {
  const { contest } = say.program;
  return contest === undefined ? [] : faq(say, "contest", { list: contestWords(say, contest) });
}

/** What is won, by whom: one text for each prize. */
export function prizeTexts(say: Saying): string[] {
  const prizes = say.program.rewards.filter(({ when }) => "activity" in when && /^(contest_place_\d+|prize)$/.test(when.activity));
  return prizes.map((rule) => capital(earnWords(say, rule, rewardWords(say, rule.give))));
}

/** The rules of a contest in sentences. */
export function contestWords(say: Saying, contest: ContestTerms): string {
  const { words, formats } = say.voice;
  const { leaderboard, draw } = contest;
  const { rewards } = say.program;
  const isFree = rewards.some(({ when }) => "activity" in when && when.activity === "free_entry");
  const sentences = [
    ...(leaderboard === undefined ? [] : [words.say("rules.faq.contest.places", { n: leaderboard.places })]),
    ...(draw === undefined
      ? []
      : [
          words.say("rules.faq.contest.draw", { n: draw.winners, cap: draw.entry_cap ?? 0 }).trim(),
          words.say("rules.faq.contest.accept", { span: formats.duration(draw.accept_within) }),
        ]),
    ...prizeTexts(say).map((text) => words.say("rules.faq.contest.prize", { text })),
    ...(isFree ? [words.say("rules.faq.contest.free")] : []),
  ];
  return sentences.join(" ");
}

function claimFaq(say: Saying): Faq[] {
  const { formats } = say.voice;
  const { claims } = say.program;
  if (claims === undefined) return [];
  if (claims.subject === "order") return faq(say, "retro", { span: formats.duration(claims.within) });
  const { decide } = claims;
  const after = typeof decide === "object" ? formats.duration(decide.after) : "";
  return [
    ...faq(say, "claim", { span: formats.duration(claims.exclusivity), decide: typeof decide === "object" ? "rule" : decide, after }),
    ...bonusFaq(say),
  ];
}

/** Bonuses of vacancies, the first line that holds: so the order is kept. */
function bonusFaq(say: Saying): Faq[] {
  const { words } = say.voice;
  const lines = (say.program.claims?.bonuses ?? []).map(({ grade, country, bonus }) => {
    const parts = [
      ...(grade === undefined ? [] : [words.say("rules.faq.bonus.grade", { grade })]),
      ...(country === undefined ? [] : [regionWords(say, country)]),
    ];
    const what = parts.length === 0 ? words.say("rules.faq.bonus.else") : parts.join(", ");
    return words.say("rules.faq.bonus.line", { what, money: moneyWords(say, bonus) });
  });
  return lines.length === 0 ? [] : faq(say, "bonus_by", { list: capital(lines.join("; ")) });
}

function sharesFaq(say: Saying): Faq[] {
  const channels = say.program.shares?.channels ?? [];
  if (channels.length === 0) return [];
  return faq(say, "networks", { list: say.voice.formats.list(channels.map((each) => channelName(say, each))) });
}

/** "LinkedIn" for "linkedin"; a name of somebody's own as it is. */
function channelName({ voice }: Saying, channel: string): string {
  const key = `rules.network.${channel}` as const;
  return voice.words.has(key) ? voice.words.say(key) : channel;
}

function exchangeFaq(say: Saying): Faq[] {
  const { exchange, requests } = say.program;
  const { formats } = say.voice;
  return [
    ...(exchange === undefined ? [] : faq(say, "debt", { n: exchange.debt_limit })),
    ...(requests === undefined ? [] : faq(say, "trust", { span: formats.duration(requests.trust.over), n: requests.trust.hidden_below })),
  ];
}

function caseFaq(say: Saying): Faq[] {
  const { program, voice } = say;
  const { formats, words } = voice;
  if (program.case === undefined) return [];
  const { due, places } = program.case;
  const lines = Object.entries(due).map(([stage, span]) =>
    words.say("rules.faq.case.line", { stage: stageLabel(voice, program, stage), span: formats.duration(span) }),
  );
  return [
    ...(lines.length === 0 ? [] : faq(say, "case", { list: lines.join("; ") })),
    ...(places === undefined
      ? []
      : faq(say, "place", {
          n: places.nearest,
          accept: formats.duration(places.accept_within),
          answer: formats.duration(places.answer_within),
        })),
  ];
}
