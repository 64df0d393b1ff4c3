/** The tree of who came by whom, as it is answered. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import type { Client } from "../../store/db.ts";
import type { TreeFound, TreePerson } from "../../flow/studies/tree.ts";
import { findPerson, findProgram } from "../lookup.ts";
import { asOf, asOfView, renewing } from "../study-ask.ts";

export const treePerson = z
  .object({
    person: z.string(),
    friends: z.int().describe("Whom she brought herself."),
    below: z.int().describe("Everybody who came by her, by those, and so on: without herself."),
    generation: z.int().describe("0: nobody brought her."),
  })
  .meta({ id: "TreePerson" });

export const treePersonView = ({ person, ...rest }: TreePerson): z.input<typeof treePerson> => ({
  person: externalId("per", person),
  ...rest,
});

export const treeWhole = {
  program: z.string(),
  as_of: asOf,
  renewing,
  people: z.int().describe("Everybody who brought somebody or was brought, in referrals that stand."),
  roots: z.int().describe("Of them, whom nobody brought."),
  circles: z.int().describe("Circles of people who brought each other; each is opened at one of them."),
  deepest: z.int().describe("The last generation there is."),
  largest: treePerson.nullable().describe("The root under whom most people are. Null: there is nobody."),
  way: z.array(treePerson).nullable().describe("From the root down to `under`, herself included. Null: she is not in this tree."),
};

export const treeWholeView = (
  program: string,
  { at, way, largest, people, roots, circles, deepest }: TreeFound,
  isRenewing: boolean,
) => ({
  program,
  as_of: asOfView(at),
  renewing: isRenewing,
  people,
  roots,
  circles,
  deepest,
  largest: largest === null ? null : treePersonView(largest),
  way: way === null ? null : way.map(treePersonView),
});

export const treeQuery = {
  program: z.string().max(64),
  under: z.string().max(200).optional().describe("A person: only what came by her. Without it: from the roots."),
};

/** The program's and the person's uuids. */
export async function readTreeAsk(
  workspaceId: string,
  db: Client,
  query: { program: string; under?: string | undefined },
): Promise<{ program: string; under: string | null }> {
  const { id } = await findProgram(workspaceId, db, query.program);
  return { program: id, under: query.under === undefined ? null : await findPerson(workspaceId, db, query.under) };
}
