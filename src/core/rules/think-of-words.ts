/** Whom advocates are told to think of, in the reader's language. */
import { regionWords } from "./condition-words.ts";
import type { Saying } from "./reward-words.ts";

/** The business's own words first. Empty where it chose nothing. */
export function thinkOfWords(say: Saying, own: string | null): string[] {
  const { voice, program } = say;
  const { countries = [], channels = [] } = program.share.think_of ?? {};
  const names = (list: readonly string[]): string => voice.formats.list(list, "or");
  return [
    ...(own === null ? [] : [own]),
    ...(countries.length === 0
      ? []
      : [voice.words.say("rules.think_of.countries", { countries: names(countries.map((each) => regionWords(say, each))) })]),
    ...(channels.length === 0
      ? []
      : [
          voice.words.say("rules.think_of.channels", {
            channels: names(channels.map((each) => voice.words.say(`rules.channel.${each}`))),
          }),
        ]),
  ];
}
