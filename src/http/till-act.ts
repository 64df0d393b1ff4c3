/** What is done at the till: looking at a code, and redeeming it. */
import type { FastifyRequest } from "fastify";
import { currencyDecimals } from "../core/currency.ts";
import { Refusal } from "../flow/refusal.ts";
import type { By } from "../flow/by.ts";
import { inWorkspace } from "../store/db.ts";
import { searchPerson } from "./lookup.ts";
import { currencyOf } from "./till-state.ts";
import type { Clerk, TillState } from "./till-state.ts";

type Ask = { clerk: Clerk; form: URLSearchParams };

/** The state of the page after it. */
export async function actAtTill(request: FastifyRequest, { clerk, form }: Ask): Promise<TillState> {
  const { gv } = request.server;
  const code = codeIn(form.get("code") ?? "");
  if (code === "") return { clerk, step: "code", missing: true };
  try {
    gv.couponGuesses.check(clerk as never);
    const look = await gv.services.validateCoupon(byOf(request, { clerk, form }), { code, personId: null, total: null, currency: null });
    gv.couponGuesses.count(clerk as never, look.reason);
    if (form.get("act") !== "redeem") return { clerk, step: "verdict", code, verdict: look, done: false };
    const currency = currencyOf(look);
    const total = totalIn(form.get("total") ?? "", currency);
    if (total === undefined) return { clerk, step: "verdict", code, verdict: look, done: false, badTotal: true };
    const receipt = form.get("receipt")?.trim().slice(0, 128) || null;
    const personId = await customerOf(request, { clerk, said: form.get("customer")?.trim() ?? "" });
    const wish = { code, personId, orderId: null, receipt, total, currency: total === null ? null : currency };
    const verdict = await gv.services.redeemCoupon(byOf(request, { clerk, form }), wish);
    gv.couponGuesses.count(clerk as never, verdict.reason);
    return { clerk, step: "verdict", code, verdict, done: verdict.valid };
  } catch (error) {
    if (error instanceof Refusal && error.code === "rate_limited") return { clerk, step: "code", stopped: true };
    throw error;
  }
}

/** Whom the clerk named, by an address or a number of the business's own; null for nobody and for somebody who is not known. */
async function customerOf(request: FastifyRequest, { clerk, said }: { clerk: Clerk; said: string }): Promise<string | null> {
  if (said === "" || said.length > 256) return null;
  const { workspaceId } = clerk;
  return await inWorkspace(request.server.gv.pool, workspaceId, async (db) => {
    if (said.includes("@")) return searchPerson(workspaceId, db, { email: said });
    return (await searchPerson(workspaceId, db, { user_id: said })) ?? searchPerson(workspaceId, db, { phone: said });
  });
}

/** A button pressed twice is one redemption: the form says which one it is. */
function byOf(request: FastifyRequest, { clerk, form }: Ask): By {
  const once = form.get("once") ?? "";
  const key = /^[\w-]{16,64}$/.test(once) ? `till:${once}` : null;
  return { workspaceId: clerk.workspaceId, actor: clerk.actor, requestId: request.id, idempotencyKey: key };
}

/** The code in what was typed or scanned: a QR code may hold a link. */
export function codeIn(text: string): string {
  const plain = text.trim();
  const url = /^https?:\/\//i.test(plain) ? URL.parse(plain) : null;
  const found = url === null ? plain : (url.searchParams.get("gv_code") ?? url.pathname.split("/").filter(Boolean).at(-1) ?? "");
  return found.slice(0, 64);
}

/** "12.50" or "12,50" in minor units; null for nothing, undefined for what is no sum. */
function totalIn(text: string, currency: string | null): number | null | undefined {
  const plain = text.replace(/\s/g, "");
  if (plain === "") return null;
  const [, whole, fraction = ""] = /^(\d{1,10})(?:[.,](\d{1,3}))?$/.exec(plain) ?? [];
  const decimals = (currency === null ? undefined : currencyDecimals(currency)) ?? 2;
  if (whole === undefined || fraction.length > decimals) return undefined;
  return Number(whole) * 10 ** decimals + Number(fraction.padEnd(decimals, "0") || 0);
}
