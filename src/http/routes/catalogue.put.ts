import { z } from "zod";
import { readItem } from "../../store/catalogue.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { item, itemView, spendableKind } from "../views/catalogue.ts";

const body = z
  .strictObject({
    name: z.string().min(1).max(200),
    description: z.string().max(2000).default(""),
    kind: spendableKind,
    unit: z.string().min(1).max(16).default("points").describe("points, or a currency for credit."),
    price: z.number().int().min(1).max(1e12).describe("Minor units; whole points."),
    stock: z
      .number()
      .int()
      .min(0)
      .max(1e9)
      .nullable()
      .optional()
      .describe("null: without end. Left out: as it is, without end at first."),
    per_person: z.number().int().min(1).max(1e6).nullable().default(null),
    program: z.string().max(64).nullable().default(null),
    level: z.string().max(64).nullable().default(null),
    active: z.boolean().default(true),
  })
  .meta({ id: "CatalogueItemWish" });

export default endpoint({
  method: "PUT",
  path: "/v1/catalogue/:item",
  tag: "Catalogue",
  permission: "catalogue:write",
  summary: "Offer something for points or credit",
  description: "Makes the item or changes all of it; its key names it. What was taken before keeps its price.",
  params: z.object({ item: z.string().regex(/^[a-z][a-z0-9_-]{0,47}$/, "Lower-case letters, digits, - and _, starting with a letter.") }),
  body,
  response: item,
  async handler({ params, body: wish, caller, services, read }) {
    const { per_person: perPerson, kind: form, ...rest } = wish;
    await services.points.putItem(byOf(caller), { ...rest, key: params.item, form, perPerson, stock: rest.stock });
    return itemView((await read((workspaceId, db) => readItem(workspaceId, db, params.item)))!);
  },
});
