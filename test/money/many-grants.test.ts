/** Maturing more than one transaction takes (10,000 rewards). How fast it is stands in the bench: DESIGN section 10, `maturing`. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepWorkspace } from "../../src/flow/sweep.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Money, moneyOf, programOf, TENTH } from "../support/money.ts";

const GRANTS = 15_000;
const ADVOCATES = 100;
let e: Engine;
let m: Money;
let programId: string;
beforeAll(async () => {
  e = await createEngine();
  m = moneyOf(e);
  programId = await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
});
afterAll(() => e.close());

/** Grants as settling leaves them: rewards, referrals and one transfer each, for `recipients` advocates, all due. */
async function grant(recipients: number, tag: string): Promise<void> {
  const ids = `with g as (select i, md5('${tag}r' || i)::uuid as id, md5('${tag}p' || (i % ${recipients}))::uuid as person,
    md5('${tag}f' || i)::uuid as friend from generate_series(1, ${GRANTS}) i)`;
  const values = [e.sandbox, programId];
  await e.rows(
    `${ids} insert into reward (workspace_id, id, program_id, version, rule, basis, recipient_id, friend_id,
       advocate_id, fact_id, at, client_id, rank_at,
       rank_client, form, unit, nominal, owed, revision, state, available_at)
     select $1, id, $2, 1, 'tenth', '${tag}' || i, person, friend, person, id, i, '${tag}' || i, i, '',
       'cash', 'USD', 800, 800, 1, 'pending', i from g`,
    values,
  );
  await e.rows(
    `${ids} insert into referral (workspace_id, id, program_id, friend_id, advocate_id, evidence, evidence_at, bound_at,
       bound_client, version, stage, stage_at)
     select $1, id, $2, friend, person, 'code', i, i, '', 1, 'order', i from g`,
    values,
  );
  await e.rows(
    `${ids} insert into ledger_account (workspace_id, id, kind, owner_id, form, unit, balance)
     select $1::uuid, md5('${tag}a' || p.person)::uuid, 'pending', p.person, 'cash', 'USD', 800 * n
       from (select person, count(*) as n from g group by 1) p
     union all select $1::uuid, md5('${tag}x')::uuid, 'program_expense', $2::uuid, 'cash', 'USD', null`,
    values,
  );
  await e.rows(
    `${ids} insert into transfer (workspace_id, id, group_id, kind, reward_id, cause, at, debit, credit, amount)
     select $1, id, id, 'grant', id, id, 1, md5('${tag}x')::uuid, md5('${tag}a' || person)::uuid, 800 from g`,
    [e.sandbox],
  );
  // Pending accounts of these people under the id that the product derives, so that it finds them.
  const { account } = await import("../../src/core/ledger/post.ts");
  const owners = await e.rows<{ id: string; owner_id: string }>(
    `select id, owner_id from ledger_account
      where workspace_id = $1 and kind = 'pending' and owner_id in (select recipient_id from reward where basis like $2)`,
    [e.sandbox, `${tag}%`],
  );
  const right = owners.map((o) => account(m.parts.hashes.digest, { kind: "pending", owner: o.owner_id, form: "cash", unit: "USD" }).id);
  const pairs = [owners.map((o) => o.id), right];
  await e.rows(
    "update ledger_account a set id = u.b from unnest($2::uuid[], $3::uuid[]) u(a, b) where a.workspace_id = $1 and a.id = u.a",
    [e.sandbox, ...pairs],
  );
  await e.rows(
    "update transfer t set credit = u.b from unnest($2::uuid[], $3::uuid[]) u(a, b) where t.workspace_id = $1 and t.credit = u.a",
    [e.sandbox, ...pairs],
  );
}

test(`${GRANTS} grants of ${ADVOCATES} advocates mature in two chunks, by one transfer an advocate each, and the books agree`, async () => {
  await grant(ADVOCATES, "t");
  expect(await sweepWorkspace(m.parts, e.sandbox)).toMatchObject({ matured: GRANTS });
  await e.rows("analyze");
  await assertBooks(e, e.sandbox);
  const [moved] = await e.rows<{ n: number; sum: number }>(
    "select count(*)::int as n, sum(amount)::int as sum from transfer where workspace_id = $1 and kind = 'mature'",
    [e.sandbox],
  );
  expect(moved).toEqual({ n: 2 * ADVOCATES, sum: 800 * GRANTS });
  const [frozen] = await e.rows<{ n: number }>("select count(*)::int as n from referral where workspace_id = $1 and frozen_at is null", [
    e.sandbox,
  ]);
  expect(frozen!.n).toBe(0);
}, 120_000);
