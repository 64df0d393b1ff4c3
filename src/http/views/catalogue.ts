/** Catalogue items and redemptions as the API shows them. */
import { z } from "zod";
import { REDEMPTION_REASONS } from "../../core/fulfilment/redeem.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { ItemRow } from "../../store/catalogue.ts";
import type { RedemptionRow } from "../../store/redemptions.ts";
import { instant, money } from "../schemas.ts";

const FORMS = ["points", "credit", "gift_card", "entries", "leads", "free_time"] as const;
export const spendableKind = z
  .enum(FORMS)
  .default("points")
  .describe("What is spent: points, or another balance that is spent in parts.");

export const item = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    description: z.string(),
    kind: z.string(),
    price: money,
    stock: z.int().nullable().describe("What is left; null without end."),
    per_person: z.int().nullable(),
    program: z.string().nullable(),
    level: z.string().nullable().describe("The lowest level of the program that may take it; null for everybody."),
    active: z.boolean(),
    created_at: instant,
  })
  .meta({ id: "CatalogueItem" });

export function itemView(row: ItemRow): z.input<typeof item> {
  return {
    id: externalId("itm", row.id),
    key: row.key,
    name: row.name,
    description: row.description,
    kind: row.form,
    price: { amount: row.price, currency: row.unit },
    stock: row.stock,
    per_person: row.per_person,
    program: row.program,
    level: row.level,
    active: row.active,
    created_at: formatInstant(row.created_at),
  };
}

export const redemption = z
  .object({
    id: z.string(),
    person: z.string(),
    item: z.string().nullable().describe("Key of the catalogue item; null for a balance spent elsewhere."),
    name: z.string().nullable(),
    kind: z.string(),
    value: money,
    reference: z.string().nullable(),
    at: instant,
    cancelled_at: instant.nullable(),
  })
  .meta({ id: "Redemption" });

export function redemptionView(row: RedemptionRow): z.input<typeof redemption> {
  return {
    id: externalId("rdm", row.id),
    person: externalId("per", row.person_id),
    item: row.item,
    name: row.item_name,
    kind: row.form,
    value: { amount: row.amount, currency: row.unit },
    reference: row.reference,
    at: formatInstant(row.at),
    cancelled_at: row.cancelled_at === null ? null : formatInstant(row.cancelled_at),
  };
}

export const redemptionAnswer = z
  .object({
    redeemed: z.boolean(),
    reason: z.enum(REDEMPTION_REASONS).nullable().describe("Why not."),
    redemption: redemption.nullable(),
    left: z.int().describe("What the person has left of what was asked for, in minor units."),
  })
  .meta({ id: "RedemptionAnswer" });
