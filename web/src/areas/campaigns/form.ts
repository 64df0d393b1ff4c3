/** What the form of an announcement holds, and how it becomes what the API takes. */
import type { paths } from "@grapevine/sdk";
import type { Announcement } from "./words.ts";

export type Body = paths["/v1/announcements"]["post"]["requestBody"] extends infer B
  ? B extends { content: { "application/json": infer J } }
    ? J
    : never
  : never;
export type Text = { subject: string; title: string; text: string; action: string };
export type Values = {
  name: string;
  program: string;
  segment: string;
  on: "" | "purchase" | "stage" | "activity" | "survey";
  nth: number;
  what: string;
  atLeast: number;
  delayHours: number;
  texts: Record<string, Text>;
  mail: boolean;
  notice: boolean;
  marketing: boolean;
  url: string;
  anHour: number | "";
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  capDays: number;
};

const EMPTY: Text = { subject: "", title: "", text: "", action: "" };
export const emptyText = (): Text => ({ ...EMPTY });

/** A new one, in the operator's language. */
export function fresh(of: { isAsk: boolean; language: string }): Values {
  return {
    name: "",
    program: "",
    segment: "",
    on: of.isAsk ? "purchase" : "",
    nth: 2,
    what: "",
    atLeast: 9,
    delayHours: 72,
    texts: { [of.language]: emptyText() },
    mail: true,
    notice: false,
    marketing: true,
    url: "",
    anHour: "",
    quiet: true,
    quietFrom: "21:00",
    quietTo: "08:00",
    capDays: of.isAsk ? 90 : 7,
  };
}

export function valuesOf(row: Announcement): Values {
  const { moment, settings, audience } = row;
  return {
    ...fresh({ isAsk: moment !== null, language: "en" }),
    name: row.name,
    program: audience.program ?? "",
    segment: audience.segment ?? "",
    ...(moment === null ? { on: "" as const } : { on: moment.on, delayHours: moment.delay_hours }),
    ...(moment?.on === "purchase" ? { nth: moment.nth } : {}),
    ...(moment?.on === "stage" ? { what: moment.stage } : moment?.on === "activity" ? { what: moment.name } : {}),
    ...(moment?.on === "survey" ? { atLeast: moment.at_least } : {}),
    texts: Object.fromEntries(Object.entries(row.texts).map(([language, text]) => [language, { ...emptyText(), ...text }])),
    mail: settings.mail,
    notice: settings.notice,
    marketing: settings.purpose === "marketing",
    url: settings.url ?? "",
    anHour: settings.an_hour ?? "",
    quiet: settings.quiet !== null,
    ...(settings.quiet === null ? {} : { quietFrom: settings.quiet.from, quietTo: settings.quiet.to }),
    capDays: settings.cap_days,
  };
}

export function bodyOf(values: Values): Body {
  const { name, program, segment, texts } = values;
  const some = <T extends Record<string, string>>(of: T) =>
    Object.fromEntries(Object.entries(of).filter(([, value]) => value.trim() !== ""));
  return {
    name,
    audience: some({ program, segment }),
    moment: momentOf(values),
    texts: Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, some(text)])),
    settings: {
      mail: values.mail,
      notice: values.notice,
      purpose: values.marketing ? "marketing" : "service",
      url: values.url.trim() === "" ? null : values.url.trim(),
      an_hour: values.anHour === "" ? null : values.anHour,
      quiet: values.quiet ? { from: values.quietFrom, to: values.quietTo } : null,
      cap_days: values.capDays,
    },
  } as Body;
}

function momentOf({ on, nth, what, atLeast, delayHours }: Values): unknown {
  if (on === "") return null;
  const common = { on, delay_hours: delayHours };
  if (on === "purchase") return { ...common, nth };
  if (on === "stage") return { ...common, stage: what };
  if (on === "activity") return { ...common, name: what };
  return { ...common, at_least: atLeast };
}
