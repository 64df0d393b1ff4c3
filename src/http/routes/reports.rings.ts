import { z } from "zod";
import { EVIDENCE, type EvidenceKey } from "../../core/analytics/rings/evidence.ts";
import type { Ring } from "../../core/analytics/rings/rings.ts";
import { externalId } from "../../core/id.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import { endpoint } from "../endpoint.ts";
import { speakerOf } from "../speech.ts";
import { asOf, asOfView, questionOf, renewing, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { lack } from "../views/lack.ts";
import { partOf, reasonOf } from "../views/no-figure.ts";
import { laterOf } from "../working.ts";

/** Of one group; a larger one says how many there are. */
const MOST_ACCOUNTS = 200;

const ring = z.object({
  grade: z.number().describe("0 to 100: a reason to look, not a verdict."),
  size: z.int(),
  accounts: z.array(z.string()).describe(`At most ${MOST_ACCOUNTS}.`),
  evidence: z.array(
    z.object({
      key: z.enum(Object.keys(EVIDENCE) as [EvidenceKey, ...EvidenceKey[]]),
      strength: z.number().describe("0 to 1."),
      message: z.string().describe("A sentence in the caller's language (Accept-Language)."),
    }),
  ),
  things: z
    .array(z.object({ kind: z.string(), accounts: z.array(z.int()) }))
    .describe("What they share, for a drawing: places in `accounts`. What the thing is, nobody can read back."),
  referrals: z.array(z.object({ from: z.int(), to: z.int() })).describe("Referrals within it, as places in `accounts`."),
});

const rings = z
  .object({
    as_of: asOf,
    renewing,
    accounts: z.int().describe("Everybody in a referral or of whom a device, payment, address or network is known at present."),
    data: z.array(ring),
    found: z.int().nullable().describe("Groups of the grade asked for or above."),
    public_places: z.int().nullable().describe("Things that so many share that they tie nobody."),
    reason: lack.nullable(),
    decisions: z.object({ refused: z.int(), approved: z.int() }).describe("What operators decided about friends' referrals."),
    precision: z
      .object({
        average: z.number().describe("The mean share of refused among those graded at least as high as each who was refused."),
        base_rate: z.number().describe("The share of refused among all decided: what chance would reach."),
        thresholds: z.array(z.object({ grade: z.number(), found: z.int(), precision: z.number(), recall: z.number() })),
      })
      .nullable()
      .describe("How often a grade was right, by the operators' own decisions: who was never looked at is in neither."),
    precision_reason: lack.nullable(),
  })
  .meta({ id: "RingsStudy" });

function ringView({ grade, accounts, evidence, things, referrals }: Ring, speaker: Speaker): z.input<typeof ring> {
  const shown = accounts.slice(0, MOST_ACCOUNTS);
  return {
    grade,
    size: accounts.length,
    accounts: shown.map((id) => externalId("per", id)),
    evidence: evidence.map(({ key, strength, values }) => ({ key, strength, message: speaker.say(EVIDENCE[key], { ...values }) })),
    things: things.map(({ kind, accounts: places }) => ({ kind, accounts: places.filter((place) => place < shown.length) })),
    referrals: referrals.filter(({ from, to }) => from < shown.length && to < shown.length),
  };
}

export default endpoint({
  method: "GET",
  path: "/v1/reports/rings",
  tag: "Reports",
  permission: "reports:read",
  summary: "Groups of accounts that look like one person, graded with evidence; and how often such a grade was right",
  query: z.strictObject({
    grade: z.coerce.number().min(0).max(100).default(30).describe("Groups of this grade or above."),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    ...studyWait,
  }),
  response: rings,
  later: true,
  async handler({ query, caller, read, request, services }) {
    const ask = await read((workspaceId, db) => STUDY_ASKS.rings(workspaceId, db, query));
    const looked = await services.reports.look("rings", caller.workspaceId, {
      ask,
      question: questionOf(query),
      waitMs: waitOf(query),
    });
    if ("working" in looked) return laterOf(looked.working);
    const { at, found } = looked;
    const speaker = speakerOf(request);
    return {
      as_of: asOfView(at),
      renewing: looked.isRenewing,
      accounts: found.accounts,
      data: partOf(found.rings, (of) => of.rings.map((each) => ringView(each, speaker))) ?? [],
      found: partOf(found.rings, ({ of }) => of),
      public_places: partOf(found.rings, ({ publicPlaces }) => publicPlaces),
      reason: reasonOf(found.rings, speaker),
      decisions: found.decisions,
      precision: partOf(found.precision, ({ averagePrecision, baseRate, thresholds }) => ({
        average: averagePrecision,
        base_rate: baseRate,
        thresholds: thresholds.map(({ score, ...rest }) => ({ grade: score, ...rest })),
      })),
      precision_reason: reasonOf(found.precision, speaker),
    };
  },
});
