/** What one says is hers: candidates, deals, companies, orders; and the vacancies that somebody can be named for. */
import { externalId } from "../core/id.ts";
import { regionWords } from "../core/rules/condition-words.ts";
import { moneyWords } from "../core/rules/reward-words.ts";
import { shortName } from "../core/rules/state-words.ts";
import { stageLabel } from "../core/rules/trigger-words.ts";
import { formatInstant } from "../core/time.ts";
import type { WordKey } from "../core/words.ts";
import { type ClaimRow, listClaims } from "../store/claims.ts";
import { type ReferralStage, readReferralStages } from "../store/portal-items.ts";
import { readMemberNames } from "../store/portal-lists.ts";
import { type VacancyRow, listVacancies } from "../store/vacancies.ts";
import { cursorOf } from "./listing.ts";
import { type Act, type Item, type Lister, actOf, contactFields, day, fieldOf, itemOf, itemsOf } from "./portal-item.ts";
import type { OwnReading } from "./portal-reading.ts";

const TONES: Readonly<Record<string, Item["tone"]>> = { pending: "waiting", accepted: "good", refused: "bad" };

export const claimItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, program } = read;
  const filter = { program: program.key, status: null, personId, friendId: null };
  const rows = await listClaims(workspaceId, db, { ...filter, ...cursorOf("clm", page) });
  const referrals = rows.flatMap(({ referral_id }) => (referral_id === null ? [] : [referral_id]));
  // She named them, so their names are hers to read.
  const names = await readMemberNames(
    workspaceId,
    db,
    rows.map((each) => each.friend_id),
  );
  const stages = await readReferralStages(workspaceId, db, referrals);
  const items = rows.map((row) =>
    claimItem(read, row, { name: names.get(row.friend_id)?.name ?? null, stage: stages.get(row.referral_id ?? "") }),
  );
  return itemsOf(page, items, { acts: beginActs(read) });
};

function claimItem(read: OwnReading, row: ClaimRow, of: { name: string | null; stage: ReferralStage | undefined }): Item {
  const { voice, program, personId } = read;
  const { words, formats } = voice;
  const own = row.shares.find((each) => each.person === personId);
  const whole = row.shares.reduce((sum, each) => sum + each.share, 0);
  const isShared = own !== undefined && row.shares.length > 1;
  const end = row.status === "accepted" && of.stage !== undefined ? endOf(read, of.stage) : null;
  const holds = (row.status === "pending" || row.status === "accepted") && end === null;
  const until = row.status === "pending" ? row.due_at : row.exclusive_until;
  const isOpen = row.status === "pending" && row.due_at === null;
  const reason = words.say(`status.claim.reason.${row.reason ?? "refused"}` as WordKey);
  return itemOf(read, {
    id: externalId("clm", row.id),
    title: claimTitle(read, row, of.name),
    text: isShared ? words.say("status.claim.share", { percent: formats.percent((own.share * 100) / whole) }) : null,
    state: `claim.${row.status}`,
    tone: TONES[row.status] ?? "over",
    values: { date: day(read, row.status === "expired" ? row.decided_at : until), reason },
    ...(isOpen ? { why: words.say("status.claim.pending.why.open") } : end !== null ? { why: end } : {}),
    at: row.claimed_at,
    deadline: holds && until !== null ? until : null,
    stages: of.stage === undefined ? null : claimStages(read, of.stage),
    acts: holds && row.shares[0]?.person === personId ? [withdraw(read, row.id)] : [],
  });

  function withdraw(reader: OwnReading, id: string): Act {
    return actOf(reader, { word: "claim.withdraw", path: `/v1/claims/${externalId("clm", id)}/withdraw` });
  }

  function claimStages(reader: OwnReading, stage: ReferralStage): Item["stages"] {
    const keys = program.stages.map((each) => (typeof each === "string" ? each : each.key));
    const lost = new Set(program.claims?.lost ?? []);
    const at = keys.indexOf(stage.stage);
    return keys.flatMap((key, index) => {
      if (lost.has(key) && key !== stage.stage) return [];
      const done = index > at ? null : formatInstant(index === at ? stage.stage_at : stage.bound_at);
      return [{ key, label: stageLabel(reader.voice, program, key), done_at: done }];
    });
  }
}

/** Won: there is nothing left to be protected or withdrawn. Null on the way there. (One that is lost has a state of its own.) */
function endOf(read: OwnReading, { stage, stage_at }: ReferralStage): string | null {
  const { program, voice } = read;
  const keys = program.stages.map((each) => (typeof each === "string" ? each : each.key));
  if (keys.indexOf(stage) < keys.indexOf(program.qualifies_at)) return null;
  return voice.words.say("status.referral.why.counts", { date: day(read, stage_at) });
}

/** By the name that she gave, the business's number, or the day. */
function claimTitle(read: OwnReading, row: ClaimRow, name: string | null): string {
  const { words } = read.voice;
  const date = day(read, row.claimed_at);
  const known = name !== null && name.trim() !== "" ? shortName(name) : (row.reference ?? row.company);
  if (known !== null) return words.say("status.claim.title.named", { name: known, date });
  return words.say("status.claim.title", { subject: row.subject, date });
}

/** Only who takes part may claim, and only while the program runs. */
const isOpenTo = ({ row }: OwnReading): boolean => row.status === "live" && row.joined === "active";

/** A candidate is named for a vacancy; everything else is begun here. */
function beginActs(read: OwnReading): Act[] {
  const { claims } = read.program;
  if (claims === undefined || claims.subject === "candidate" || !isOpenTo(read)) return [];
  const body = { program: read.program.key };
  const proof = fieldOf(read, "evidence", { kind: "long_text", ...(claims.evidence === "required" ? {} : { optional: true as const }) });
  const what = {
    deal: [...contactFields(read), fieldOf(read, "reference", { kind: "text", optional: true })].map((field) =>
      field.name === "reference" ? { ...field, name: "deal" } : field,
    ),
    company: [fieldOf(read, "company", { kind: "text" })],
    order: [fieldOf(read, "order", { kind: "text" })],
  }[claims.subject];
  return [actOf(read, { word: `claim.${claims.subject}`, path: "/v1/claims", body, fields: [...what, proof] })];
}

export const vacancyItems: Lister = async (read, page) => {
  const { workspaceId, db, program } = read;
  const rows = await listVacancies(workspaceId, db, { program: program.key, status: "open", ...cursorOf("vac", page) });
  return itemsOf(
    page,
    rows.map((row) => vacancyItem(read, row)),
  );
};

function vacancyItem(read: OwnReading, row: VacancyRow): Item {
  const { program, voice } = read;
  const bonus = bonusOf(read, row);
  const parts = [row.department, row.grade, row.country === "" ? "" : regionWords(read, row.country)].filter((each) => each !== "");
  const proof = program.claims?.evidence === "required" ? [fieldOf(read, "evidence", { kind: "long_text" })] : [];
  const name = actOf(read, {
    word: "claim.candidate",
    path: "/v1/claims",
    body: { program: program.key, vacancy: row.external_id },
    fields: [...contactFields(read), ...proof],
  });
  return itemOf(read, {
    id: externalId("vac", row.id),
    title: row.title,
    text: [parts.join(" · "), bonus === null ? "" : voice.words.say("status.vacancy.bonus", { money: bonus })]
      .filter((each) => each !== "")
      .join("\n"),
    state: `vacancy.${row.status}`,
    tone: row.status === "open" ? "good" : "over",
    at: row.created_at,
    acts: row.status === "open" && isOpenTo(read) ? [name] : [],
  });
}

/** The vacancy's own bonus, else the first line of the program that holds. */
function bonusOf(read: OwnReading, row: VacancyRow): string | null {
  if (row.bonus !== null && row.currency !== null) return read.voice.formats.moneyShort(row.bonus, row.currency);
  const line = (read.program.claims?.bonuses ?? []).find(
    ({ grade, country }) => (grade === undefined || grade === row.grade) && (country === undefined || country === row.country),
  );
  return line === undefined ? null : moneyWords(read, line.bonus);
}
