/**
 * What the ledger of a network says about it: when most of the pay comes from what its own members buy, the customers are
 * the members, and it pays for recruiting in all but name (the test that courts ask: FTC v. BurnLounge, 9th Cir. 2014).
 */
import { type Finding, warning } from "./lint-finding.ts";

/** Minor units of one unit of account. */
export type MemberPay = { unit: string; total: number; fromMembers: number };

/** A warning for each unit in which over half of the pay rests on members' own purchases. Exactly half is none. */
export function networkFindings(pay: readonly MemberPay[]): Finding[] {
  return pay.flatMap(({ unit, total, fromMembers }) => {
    if (fromMembers * 2 <= total) return [];
    // Rounded down, so that 50.4 % never reads as less than half: it says "over half" beside it.
    const percent = Math.floor((fromMembers / total) * 100);
    const message =
      `Over half of what is paid in ${unit} (${percent} %) comes from purchases of members themselves. ` +
      "Sell to people outside the network, or stop paying on members' own purchases. This is not legal advice.";
    return [warning("pay_from_members", "/rewards", message)];
  });
}
