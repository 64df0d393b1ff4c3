/** Coupon codes that the business brings itself, uploaded for a rule. */
import { normaliseCode } from "../core/code.ts";
import type { CouponTerms } from "../core/coupon-terms.ts";
import { externalId } from "../core/id.ts";
import { definition } from "../core/program.ts";
import { addPoolCodes, readPoolCodes } from "../store/coupon-pools.ts";
import { readTakenCodes } from "../store/coupons.ts";
import type { Client } from "../store/db.ts";
import { readProgram } from "../store/programs.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { issueCoupons } from "./coupons.ts";
import type { MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";

const CODE = /^[A-Z0-9][A-Z0-9_.-]{2,63}$/;

export type PoolUpload = { program: string; rule: string; codes: readonly string[] };
export type Uploaded = { added: number; known: number; taken: string[]; malformed: string[] };

/**
 * Adds codes to a rule's pool. Sent again they are `known` and change nothing; `taken` are a link's or another coupon's and stay out, for a
 * typed code means one thing. Rewards that waited for codes get theirs at once.
 */
export async function uploadCodes(parts: MoneyParts, by: By, wish: PoolUpload): Promise<Uploaded> {
  const uploaded = await asWriter(parts, by, async (db, head) => {
    const programId = await poolOf(db, by.workspaceId, wish);
    const written = new Map(wish.codes.map((code) => [normaliseCode(code), code.trim()]));
    const well = [...written.keys()].filter((code) => CODE.test(code));
    const own = new Set(await readPoolCodes(by.workspaceId, db, { programId, rule: wish.rule, codes: well }));
    const taken = new Set((await readTakenCodes(by.workspaceId, db, well)).filter((code) => !own.has(code)));
    const free = well.filter((code) => !own.has(code) && !taken.has(code)).map((code) => ({ code, written: written.get(code) ?? code }));
    const added = await addPoolCodes(by.workspaceId, db, { programId, rule: wish.rule, codes: free, at: head.instant });
    const malformed = [...written].filter(([code]) => !CODE.test(code)).map(([, text]) => text);
    const result = { added, known: own.size, taken: [...taken].sort(), malformed };
    const detail = { rule: wish.rule, added, known: result.known, taken: taken.size };
    return { result, deeds: added === 0 ? [] : [{ action: "coupon_codes.uploaded", target: externalId("prg", programId), detail }] };
  });
  if (uploaded.added > 0) await issueCoupons(parts, by.workspaceId);
  return uploaded;
}

async function poolOf(db: Client, ws: string, wish: PoolUpload): Promise<string> {
  const program = await readProgram(ws, db, wish.program);
  if (program === null) throw notFound("program");
  for (const document of [program.live, program.draft]) {
    const parsed = definition.safeParse(document);
    const rule = parsed.success ? parsed.data.rewards.find((each) => each.key === wish.rule) : undefined;
    if ((rule?.give.coupon as CouponTerms | undefined)?.codes === "pool") return program.id;
  }
  const errors = [{ pointer: "/rule", code: "no_pool", message: 'Only a rule whose coupon says "codes": "pool" takes uploaded codes.' }];
  throw new Refusal("conflict", "The rule gives no coupons from a pool.", { errors });
}
