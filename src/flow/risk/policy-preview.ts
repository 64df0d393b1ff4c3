/** What another policy would have made of the past: every referral scored since then is judged again from what was read at the time. */
import type { RiskPolicy } from "../../core/program-risk.ts";
import { type RiskInputs, type Verdict, assess } from "../../core/rules/risk.ts";
import type { Client } from "../../store/db.ts";
import { type Scored, readScored, sumByFriends } from "../../store/risk-past.ts";

/** Newest first; what is beyond is left out and said to be. */
const AT_MOST = 20_000;
const EXAMPLES = 50;

export type PolicyAsk = { programId: string; policy: RiskPolicy; since: number };
export type Verdicts = Record<Verdict, number>;
export type PolicyChange = Scored & { score_after: number; verdict_after: Verdict };
export type PolicyEffect = {
  scored: number;
  truncated: boolean;
  before: Verdicts;
  after: Verdicts;
  /** The first fifty, those with the highest score first. */
  changed: PolicyChange[];
  changed_total: number;
  /** Rewards of the friends whose verdict changes, by what it was and would be. */
  money: { from: Verdict; to: Verdict; unit: string; amount: number; rewards: number }[];
  /** Of what operators decided: how many refused ones would be stopped, how many approved ones too. */
  decided: { refused: number; refused_stopped: number; approved: number; approved_stopped: number };
};

const none = (): Verdicts => ({ allow: 0, hold: 0, refuse: 0 });

/** Nothing is written. */
export async function previewPolicy(workspaceId: string, db: Client, ask: PolicyAsk): Promise<PolicyEffect> {
  const rows = await readScored(workspaceId, db, { programId: ask.programId, since: ask.since, limit: AT_MOST + 1 });
  const judged = rows.slice(0, AT_MOST).map((row): PolicyChange => {
    const { score, verdict } = assess(row.inputs as RiskInputs, ask.policy);
    return { ...row, score_after: score, verdict_after: verdict };
  });
  const changed = judged.filter((row) => row.verdict_after !== row.verdict).sort((a, b) => b.score_after - a.score_after);
  const count = (of: (row: PolicyChange) => Verdict): Verdicts =>
    judged.reduce((sums, row) => ({ ...sums, [of(row)]: sums[of(row)] + 1 }), none());
  return {
    scored: judged.length,
    truncated: rows.length > AT_MOST,
    before: count((row) => row.verdict),
    after: count((row) => row.verdict_after),
    changed: changed.slice(0, EXAMPLES),
    changed_total: changed.length,
    money: await moneyOf(workspaceId, db, { programId: ask.programId, changed }),
    decided: decidedOf(judged),
  };
}

async function moneyOf(
  ws: string,
  db: Client,
  of: { programId: string; changed: readonly PolicyChange[] },
): Promise<PolicyEffect["money"]> {
  const kinds = Map.groupBy(of.changed, (row) => `${row.verdict}|${row.verdict_after}`);
  const sums: PolicyEffect["money"] = [];
  for (const rows of kinds.values()) {
    const friends = rows.map((row) => row.friend_id);
    const { verdict: from, verdict_after: to } = rows[0]!;
    for (const sum of await sumByFriends(ws, db, { programId: of.programId, friends })) sums.push({ from, to, ...sum });
  }
  return sums;
}

function decidedOf(judged: readonly PolicyChange[]): PolicyEffect["decided"] {
  const own = judged.filter((row) => row.decided_by === "operator");
  const refused = own.filter((row) => row.state === "refused");
  const approved = own.filter((row) => row.state === "approved");
  const stopped = (rows: readonly PolicyChange[]): number => rows.filter((row) => row.verdict_after !== "allow").length;
  return { refused: refused.length, refused_stopped: stopped(refused), approved: approved.length, approved_stopped: stopped(approved) };
}
