/** Bonus windows read out of programs' documents, with the instants that their zone's clocks make of them. */
import type { Row } from "../../api/query.ts";
import { t } from "../../words/say.ts";

export type Window = {
  program: string;
  name: string;
  key: string;
  /** Instants. */
  from: number;
  to: number;
  /** As written and as the clocks show it. */
  fromText: string;
  toText: string;
  multiply: number;
  rules: readonly string[];
  zone: string;
  isDraft: boolean;
};
type Bonus = { key: string; from: string; to: string; multiply: number; rules?: string[] };
type Document = { name?: string; zone?: string; bonuses?: Bonus[] };

/** The published ones, and those of drafts that are not published as they are. The latest first. */
export function windowsOf(programs: readonly Row<"/v1/programs">[], zone: string): Window[] {
  const all = programs.flatMap(({ key, definition, draft, status }) => {
    const live = status === "ended" ? null : (definition as Document | null);
    const known = new Set((live?.bonuses ?? []).map((each) => JSON.stringify(each)));
    const planned = ((draft as Document | null)?.bonuses ?? []).filter((each) => !known.has(JSON.stringify(each)));
    return [
      ...(live?.bonuses ?? []).map((each) => windowOf(each, { key, document: live!, zone, isDraft: false })),
      ...planned.map((each) => windowOf(each, { key, document: draft as Document, zone, isDraft: true })),
    ];
  });
  return all.toSorted((a, b) => b.from - a.from);
}

function windowOf(bonus: Bonus, of: { key: string; document: Document; zone: string; isDraft: boolean }): Window {
  const zone = of.document.zone ?? of.zone;
  const [from, to] = [instantIn(bonus.from, zone), instantIn(bonus.to, zone)];
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return {
    program: of.key,
    name: of.document.name ?? of.key,
    key: bonus.key,
    from,
    to,
    fromText: format.format(from),
    toText: format.format(to),
    multiply: bonus.multiply,
    rules: bonus.rules ?? [],
    zone,
    isDraft: of.isDraft,
  };
}

/** Hours that a zone's clocks are ahead of UTC at an instant. */
function hoursAhead(at: number, zone: string): number {
  const text = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(text ?? "");
  return found === null ? 0 : (found[1] === "-" ? -1 : 1) * (Number(found[2]) + Number(found[3]) / 60);
}

/** A document's instant: with its own offset, else on the zone's clocks. */
function instantIn(text: string, zone: string): number {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return Date.parse(text);
  const local = Date.parse(`${text}Z`);
  const first = local - hoursAhead(local, zone) * 3_600_000;
  return local - hoursAhead(first, zone) * 3_600_000;
}

/** What daylight saving makes of a window; null where the clocks are not changed in it. */
export function offsetWords({ from, to, zone }: Window): string | null {
  const change = hoursAhead(to, zone) - hoursAhead(from, zone);
  if (change === 0) return null;
  const hours = Math.round((to - from) / 360_000) / 10;
  return change > 0
    ? t("The clocks of {zone} go forward in it: it is {hours} hours long, an hour shorter than they show.", { zone, hours })
    : t("The clocks of {zone} go back in it: it is {hours} hours long, an hour longer than they show.", { zone, hours });
}
