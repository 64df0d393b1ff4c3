/** Among members and companies: leads, requests, thanks, and cases. */
import { externalId } from "../core/id.ts";
import { shortName } from "../core/rules/state-words.ts";
import { stageLabel } from "../core/rules/trigger-words.ts";
import { formatInstant } from "../core/time.ts";
import { memberStanding } from "../flow/member-standing.ts";
import { type OfferRow, listOffersTo } from "../store/case-offers.ts";
import { type CaseRow, listCases } from "../store/cases.ts";
import { companyBalances } from "../store/leads.ts";
import { type OwnLeadRow, type OwnRequestRow, listLeadsOf, listPartners, listRequestsOf, listSlipsOf } from "../store/portal-items.ts";
import { listOtherMembers, listSpokenFor, readCompanyNames, readMemberNames } from "../store/portal-lists.ts";
import { readProgram } from "../store/programs.ts";
import { cursorOf } from "./listing.ts";
import { type Act, type Field, type Item, type Lister, actOf, contactFields, day, fieldOf, itemOf, itemsOf } from "./portal-item.ts";
import type { OwnReading } from "./portal-reading.ts";

/** As many other companies as one can choose among on a page. */
const PARTNERS = 20;
/** As many other members as one can choose among. */
const MEMBERS = 200;
const DECIDED: Readonly<Record<string, Item["tone"]>> = { open: "waiting", accepted: "good", answered: "good", declined: "bad" };
type Contact = { name: string | null; email: string | null } | null;

const contactText = (contact: Contact): string =>
  [contact?.name, contact?.email].filter((each) => each != null && each !== "").join(", ");
const textOf = (...parts: (string | null)[]): string | null => parts.filter((each) => each !== null && each !== "").join("\n") || null;

export const leadItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, row } = read;
  const own = await listSpokenFor(workspaceId, db, personId);
  const companies = own.map((each) => each.id);
  const rows = await listLeadsOf(workspaceId, db, { companies, programId: row.id, ...cursorOf("led", page) });
  const names = await readCompanyNames(
    workspaceId,
    db,
    rows.flatMap((each) => [each.from_company, each.to_company]),
  );
  const items = rows.map((each) => leadItem(read, each, { companies: new Set(companies), names }));
  const [first] = own;
  const balance =
    first === undefined ? undefined : (await companyBalances(workspaceId, db, first.id)).find((each) => each.unit === "leads");
  const { words, formats } = read.voice;
  const sums = { given: formats.number(balance?.given ?? 0), received: formats.number(balance?.received ?? 0) };
  const summary = first === undefined ? null : words.say("status.lead.summary", sums);
  return itemsOf(page, items, { summary, acts: first === undefined ? [] : await sendActs(read, first.id) });
};

async function sendActs(read: OwnReading, from: string): Promise<Act[]> {
  if (read.row.status !== "live" || read.row.joined !== "active") return [];
  const partners = await listPartners(read.workspaceId, read.db, { programId: read.row.id, limit: PARTNERS });
  const fields = [...contactFields(read), fieldOf(read, "text", { kind: "long_text", optional: true })];
  return partners
    .filter((each) => each.id !== from)
    .map(({ id, name }) => {
      const body = { program: read.program.key, from: externalId("com", from), to: externalId("com", id) };
      return actOf(read, { word: "lead.send", path: "/v1/leads", body, fields, values: { company: name } });
    });
}

function leadItem(read: OwnReading, row: OwnLeadRow, of: { companies: ReadonlySet<string>; names: ReadonlyMap<string, string> }): Item {
  const side = of.companies.has(row.to_company) ? "received" : "sent";
  const other = of.names.get(side === "sent" ? row.to_company : row.from_company) ?? "";
  const id = externalId("led", row.id);
  const isAsked = side === "received" && row.status === "open" && row.expires_at > read.now;
  const acts = isAsked ? ["accept", "decline"].map((each) => actOf(read, { word: `lead.${each}`, path: `/v1/leads/${id}/${each}` })) : [];
  return itemOf(read, {
    id,
    title: read.voice.words.say(`status.lead.title.${side}`, { company: other }),
    text: textOf(row.text, contactText(row.contact)),
    state: `lead.${side}.${row.status}`,
    tone: DECIDED[row.status] ?? "over",
    values: { date: day(read, row.status === "open" || row.status === "returned" ? row.expires_at : row.decided_at) },
    at: row.sent_at,
    deadline: row.status === "open" ? row.expires_at : null,
    acts,
  });
}

export const requestItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, row, program } = read;
  const rows = await listRequestsOf(workspaceId, db, {
    personId,
    programId: row.id,
    isMember: row.joined === "active",
    ...cursorOf("req", page),
  });
  const names = await namesOf(
    read,
    rows.flatMap((each) => [each.from_id, each.to_id, each.decider_id]),
  );
  const items = rows.map((each) => requestItem(read, each, names));
  const canAsk = row.status === "live" && row.joined === "active";
  const fields = canAsk ? [...(await whomField(read)), fieldOf(read, "text", { kind: "long_text" })] : [];
  const ask = actOf(read, { word: "request.make", path: "/v1/requests", body: { program: program.key }, fields });
  return itemsOf(page, items, { summary: await standingWords(read), acts: canAsk ? [ask] : [] });
};

/** All members, or one of those who have a name to the others. */
async function whomField(read: OwnReading): Promise<Field[]> {
  const { workspaceId, db, personId, row, voice } = read;
  const names = await namesOf(read, await listOtherMembers(workspaceId, db, { programId: row.id, personId, limit: MEMBERS }));
  if (names.size === 0) return [];
  const compare = new Intl.Collator(voice.formats.locale).compare;
  const members = [...names].map(([id, label]) => ({ value: externalId("per", id), label })).sort((a, b) => compare(a.label, b.label));
  const options = [{ value: "", label: voice.words.say("status.field.everybody") }, ...members];
  return [fieldOf(read, "to", { kind: "choice", options, optional: true })];
}

/** "Given 3, received 1. Trust: 90 %." */
async function standingWords(read: OwnReading): Promise<string | null> {
  const { workspaceId, db, personId, row } = read;
  const { words, formats } = read.voice;
  const found = await readProgram(workspaceId, db, row.key);
  const standing = found === null ? null : await memberStanding(workspaceId, db, { program: found, personId });
  if (standing === null) return null;
  const sums = { given: formats.number(standing.given), received: formats.number(standing.received) };
  const { trust } = standing;
  const part =
    trust === null || trust.percent === null ? [] : [words.say("status.request.trust", { percent: formats.percent(trust.percent) })];
  return [words.say("status.request.summary", sums), ...part].join(" ");
}

/** Members know each other by the name that each shows. */
async function namesOf({ workspaceId, db, personId }: OwnReading, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const others = [...new Set(ids.filter((each) => each !== null && each !== personId))] as string[];
  const found = await readMemberNames(workspaceId, db, others);
  return new Map(
    [...found].flatMap(([id, { shown, name }]) => {
      const known = shown ?? (name === null ? null : shortName(name));
      return known === null || known === "" ? [] : [[id, known] as const];
    }),
  );
}

function requestItem(read: OwnReading, row: OwnRequestRow, names: ReadonlyMap<string, string>): Item {
  const { personId, program, voice } = read;
  const { words } = voice;
  const isMade = row.from_id === personId;
  const side = isMade ? "made" : "asked";
  const id = externalId("req", row.id);
  const isOpen = row.status === "open" && row.expires_at > read.now;
  const whom = isMade ? row.to_id : row.from_id;
  const name = whom === null ? undefined : names.get(whom);
  const all = row.to_id === null ? (isMade ? "all" : "asked.all") : side;
  const title = words.say(`status.request.title.${all}`);
  const answer = actOf(read, { word: "request.answer", path: `/v1/requests/${id}/answer`, fields: contactFields(read) });
  const decline = actOf(read, { word: "request.decline", path: `/v1/requests/${id}/decline` });
  const acts: Act[] = isOpen && !isMade ? [answer, ...(row.to_id === personId ? [decline] : [])] : [];
  if (isMade && row.status === "answered" && row.decider_id !== null && row.introduction_id !== null)
    acts.push(thank(row.decider_id, row.introduction_id));
  return itemOf(read, {
    id,
    title: name === undefined ? title : `${title}: ${name}`,
    text: textOf(row.text, contactText(row.contact)),
    state: `request.${side}.${row.status}`,
    tone: DECIDED[row.status] ?? "over",
    values: { date: day(read, row.status === "open" || row.status === "expired" ? row.expires_at : row.decided_at) },
    at: row.asked_at,
    deadline: row.status === "open" ? row.expires_at : null,
    acts,
  });

  function thank(to: string, introduction: string): Act {
    const body = { program: program.key, to: externalId("per", to), introduction: externalId("itr", introduction) };
    const fields = [
      fieldOf(read, "value", { kind: "money" }),
      fieldOf(read, "currency", { kind: "text" }),
      fieldOf(read, "text", { kind: "long_text", optional: true }),
    ];
    return actOf(read, { word: "slip.write", path: "/v1/slips", body, fields });
  }
}

export const slipItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, row, voice } = read;
  const rows = await listSlipsOf(workspaceId, db, { personId, programId: row.id, ...cursorOf("slp", page) });
  const names = await namesOf(
    read,
    rows.flatMap((each) => [each.from_id, each.to_id]),
  );
  const items = rows.map((each) => {
    const isMine = each.from_id === personId;
    const name = names.get(isMine ? each.to_id : each.from_id);
    const title = voice.words.say(isMine ? "status.slip.title.from" : "status.slip.title.to");
    return itemOf(read, {
      id: externalId("slp", each.id),
      title: name === undefined ? title : `${title}: ${name}`,
      text: each.text,
      state: "slip.written",
      tone: "good",
      values: { amount: voice.formats.money(each.value, each.currency) },
      at: each.at,
    });
  });
  return itemsOf(page, items);
};

/** Cases that she is on, and before them what her place is asked. */
export const caseItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, program, row } = read;
  const filter = { actor: "", personId, program: program.key, status: null };
  const rows = await listCases(workspaceId, db, { ...filter, ...cursorOf("cas", page) });
  const offers = page.after === undefined ? await listOffersTo(workspaceId, db, personId) : [];
  const fields = [fieldOf(read, "person", { kind: "text" }), fieldOf(read, "text", { kind: "long_text", optional: true })];
  const open = actOf(read, { word: "case.open", path: "/v1/cases", body: { program: program.key }, fields });
  const found = itemsOf(
    page,
    rows.map((each) => caseItem(read, each)),
    { acts: row.status === "live" && row.joined === "active" ? [open] : [] },
  );
  return { ...found, data: [...offers.map((each) => offerItem(read, each)), ...found.data] };
};

function caseItem(read: OwnReading, row: CaseRow): Item {
  const { program, voice, now } = read;
  const keys = program.stages.map((each) => (typeof each === "string" ? each : each.key));
  const at = keys.indexOf(row.stage);
  const stage = stageLabel(voice, program, row.stage);
  const isLate = row.status === "open" && row.dueAt !== null && row.dueAt < now;
  const state = row.status === "closed" ? (row.outcome ?? "resolved") : isLate ? "late" : "open";
  const due = row.status === "open" ? row.dueAt : null;
  return itemOf(read, {
    id: externalId("cas", row.id),
    title: voice.words.say("status.case.title", { date: day(read, row.openedAt) }),
    text: voice.words.say("status.case.role", { role: roleOf(read, row) }),
    state: `case.${state}`,
    tone: state === "open" ? "waiting" : state === "late" ? "bad" : "good",
    values: { stage, date: day(read, row.status === "closed" ? row.closedAt : row.dueAt) },
    at: row.openedAt,
    deadline: due,
    ...(due === null || isLate ? {} : { deadlineText: voice.words.say("status.case.due", { stage, date: day(read, due) }) }),
    stages: keys.map((key, index) => ({
      key,
      label: stageLabel(voice, program, key),
      done_at: row.status === "closed" || index < at ? formatInstant(row.stageAt) : index === at ? formatInstant(row.stageAt) : null,
    })),
    acts: row.status === "open" ? caseActs(read, row, keys[at + 1]) : [],
  });
}

function roleOf({ personId }: OwnReading, row: CaseRow): string {
  return row.ownerId === personId ? "owner" : row.coordinatorId === personId ? "coordinator" : "member";
}

function caseActs(read: OwnReading, row: CaseRow, next: string | undefined): Act[] {
  const path = `/v1/cases/${externalId("cas", row.id)}`;
  const note = actOf(read, { word: "case.note", path: `${path}/notes`, fields: [fieldOf(read, "text", { kind: "long_text" })] });
  if (next === undefined) {
    const outcomes = ["resolved", "continue", "refer_on"] as const;
    const ends = outcomes.map((outcome) => actOf(read, { word: `case.${outcome}`, path: `${path}/close`, body: { outcome } }));
    return [...ends, note];
  }
  const stage = stageLabel(read.voice, read.program, next);
  return [actOf(read, { word: "case.move", path: `${path}/move`, body: { to: next }, values: { stage } }), note];
}

function offerItem(read: OwnReading, row: OfferRow): Item {
  const id = externalId("cas", row.case_id);
  const path = `/v1/cases/${id}/offers/${row.nth}`;
  const answer = { word: "offer.answer", path: `${path}/answer`, fields: [fieldOf(read, "text", { kind: "long_text" })] };
  const decide = ["accept", "decline"].map((each) => actOf(read, { word: `offer.${each}`, path: `${path}/${each}` }));
  const until = row.state === "accepted" ? row.answer_due_at : row.expires_at;
  return itemOf(read, {
    id: `${id}/${row.nth}`,
    title: read.voice.words.say("status.offer.title"),
    text: row.place,
    state: `offer.${row.state}`,
    tone: "waiting",
    values: { date: day(read, until) },
    at: row.offered_at,
    deadline: until,
    acts: row.state === "accepted" ? [actOf(read, answer)] : decide,
  });
}
