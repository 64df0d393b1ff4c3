/**
 * Remedies that are certain: what one press of a button may do about a finding. They change the document as it was written, defaults left
 * out. Where there is something to choose there is no remedy, only the finding's own advice.
 */
import type { Finding } from "./lint-finding.ts";

/** JSON Patch (RFC 6902), of which three operations suffice. */
export type Step = { op: "add" | "replace"; path: string; value: unknown } | { op: "remove"; path: string };
/** `title` says what it does, as a command. */
export type Remedy = { title: string; patch: Step[] };
export type Advised = Finding & { remedy?: Remedy };

type Tree = Readonly<Record<string, unknown>>;
type Of = { document: Tree; at: string; value: unknown };
type Make = (of: Of) => Remedy | undefined;

/** Each finding with its remedy, where there is a certain one. */
export function withRemedies(document: unknown, findings: readonly Finding[]): Advised[] {
  const tree = isTree(document) ? document : {};
  return findings.map((finding) => {
    const remedy = MAKE[finding.code]?.({ document: tree, at: finding.pointer, value: valueAt(tree, finding.pointer) });
    return remedy === undefined ? finding : { ...finding, remedy };
  });
}

const MAKE: Readonly<Record<string, Make>> = {
  no_hold: ({ document, at }) => ({ title: "Hold it for 14 days", patch: put(document, `${at}/hold`, "14d") }),
  percent_of_gross: ({ document, at }) => ({ title: "Take it of the net", patch: put(document, at, "order.net") }),
  coupon_for_oneself: ({ document }) => ({ title: "Only new customers", patch: put(document, "/friends/who", "new_customer") }),
  share_text_without_link: ({ at, value }) => append("Add the link", { at, value, text: "{link}" }),
  share_text_without_disclosure: ({ at, value }) => append("Add the disclosure", { at, value, text: "{disclosure}" }),
  disclosure_missing: ({ document }) => ({
    title: "Add a plain disclosure",
    patch: put(document, "/disclosure/en", "I get a reward if you order through my link."),
  }),
  contest_without_free_entry: ({ document }) => ({ title: "Add a free way in", patch: put(document, "/rewards/-", FREE_ENTRY) }),
  reward_in_pipeline: ({ at }) => ({ title: "Remove this reward", patch: [{ op: "remove", path: at }] }),
  network_not_enabled: ({ document }) => ({ title: "Keep it off for now", patch: put(document, "/enabled", false) }),
  tiers_without_rule: ({ at }) => ({ title: "Remove the tiers", patch: [{ op: "remove", path: at }] }),
  rule_unknown: ({ at }) => ({ title: "Take it off the list", patch: [{ op: "remove", path: at }] }),
  unknown_field: ({ at, value }) =>
    value === undefined ? undefined : { title: "Remove this field", patch: [{ op: "remove", path: at }] },
  limit_never_reached: ({ at }) =>
    at.endsWith("/limit/count") ? { title: "Remove the limit", patch: [{ op: "remove", path: parentOf(at) }] } : undefined,
  limit_not_counted: limitOwner,
  bonus_reversed: swap,
  destination_not_web: webAddress,
  invalid: webAddress,
  invalid_format: webAddress,
  tiers_not_ascending: sortSteps,
  duplicate_key: otherKey,
  recipient_unclear: recipient,
};

const FREE_ENTRY = { key: "free-entry", when: { activity: "free_entry" }, give: { entries: 1 } };

function append(title: string, { at, value, text }: { at: string; value: unknown; text: string }): Remedy | undefined {
  if (typeof value !== "string") return undefined;
  return { title, patch: [{ op: "replace", path: at, value: `${value.trimEnd()} ${text}` }] };
}

function limitOwner({ document, at }: Of): Remedy | undefined {
  if (at.endsWith("/by")) return { title: "Count all channels together", patch: [{ op: "remove", path: at }] };
  const isFriend = valueAt(document, `${at.slice(0, -"/limit/per".length)}/to`) === "friend";
  const per = isFriend ? "friend" : "advocate";
  return { title: isFriend ? "Limit it for each friend" : "Limit it for each advocate", patch: put(document, at, per) };
}

function swap({ document, at }: Of): Remedy | undefined {
  const from = at.replace(/to$/, "from");
  const [begin, end] = [valueAt(document, from), valueAt(document, at)];
  if (typeof begin !== "string" || typeof end !== "string" || begin === end) return undefined;
  const patch: Step[] = [
    { op: "replace", path: from, value: end },
    { op: "replace", path: at, value: begin },
  ];
  return { title: "Swap begin and end", patch };
}

/** "shop.example/welcome" lacks nothing but its beginning. */
function webAddress({ at, value }: Of): Remedy | undefined {
  if (!/^\/destinations?(\/\d+)?$/.test(at) || typeof value !== "string" || !/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(value))
    return undefined;
  return { title: "Begin it with https://", patch: [{ op: "replace", path: at, value: `https://${value}` }] };
}

function sortSteps({ document }: Of): Remedy | undefined {
  const steps = valueAt(document, "/tiers/steps");
  if (!Array.isArray(steps)) return undefined;
  const sorted = [...(steps as { from: number }[])].sort((a, b) => a.from - b.from);
  if (sorted.some((step, i) => step.from === sorted[i - 1]?.from)) return undefined;
  return { title: "Sort the steps", patch: [{ op: "replace", path: "/tiers/steps", value: sorted }] };
}

function otherKey({ document, at }: Of): Remedy | undefined {
  const list = valueAt(document, parentOf(at));
  const key = valueAt(document, `${at}/key`);
  if (at.startsWith("/stages") || !Array.isArray(list) || typeof key !== "string") return undefined;
  const taken = new Set((list as { key?: unknown }[]).map((each) => each.key));
  let n = 2;
  while (taken.has(`${key}-${n}`)) n++;
  const value = `${key.slice(0, 44)}-${n}`;
  return { title: `Call it ${value}`, patch: [{ op: "replace", path: `${at}/key`, value }] };
}

function recipient({ document, at }: Of): Remedy | undefined {
  const rule = valueAt(document, parentOf(at));
  if (!isTree(rule)) return undefined;
  const { when, to, give } = rule;
  if (isTree(to) && "team" in to) {
    if (!isTree(document.attribution) || !Array.isArray(document.attribution.accepts)) return undefined;
    return { title: "Accept claims", patch: [{ op: "add", path: "/attribution/accepts/-", value: "claim" }] };
  }
  if (isTree(to) && "giver" in to) return undefined;
  if (JSON.stringify(give ?? null).includes('"downline_rewards"'))
    return { title: "Pay the recruiter", patch: put(document, at, { upline: 1 }) };
  return isTree(when) && !("stage" in when) ? { title: "Pay whoever did it", patch: put(document, at, "advocate") } : undefined;
}

/** Sets a value; objects that lead there and are not written yet are added first. */
function put(document: Tree, path: string, value: unknown): Step[] {
  const parent = parentOf(path);
  if (parent !== "" && valueAt(document, parent) === undefined) {
    const name = path.slice(parent.length + 1);
    return put(document, parent, name === "-" ? [value] : { [name]: value });
  }
  return [{ op: valueAt(document, path) === undefined ? "add" : "replace", path, value }];
}

const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));

/** What a JSON pointer leads to, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let found = document;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Tree)[name];
  }
  return found;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
