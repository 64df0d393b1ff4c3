import { CommandFailed } from "../args.ts";
import type { Command } from "../args.ts";
import { settings } from "../app.ts";

/** What somebody's tool is given: the setting names her workspace to the database, whose views show no other whatever she sets. */
function urlFor(ownerUrl: string, { role, password, workspaceId }: { role: string; password: string; workspaceId: string }): string {
  const url = new URL(ownerUrl);
  [url.username, url.password] = [role, password];
  url.searchParams.set("options", `-c app.workspace_id=${workspaceId}`);
  // libpq reads %20 as a space, and a plus as a plus.
  return url.toString().replaceAll("+", "%20");
}

/** Roles of the database that may read the views of schema `report` of one workspace. See docs/sql-views.md. */
export const command: Command = {
  options: {
    add: { type: "string", value: "slug", help: "Make a reader of this workspace; its address is shown once." },
    remove: { type: "string", value: "role", help: "Take this reader away." },
  },
  examples: ["grapevine readers", "grapevine readers --add my-shop", "grapevine readers --remove grapevine_read_my_shop_1a2b3c"],
  async run({ values, out }) {
    const { asOwner } = await import("../compose.ts");
    const { addReader, listReaders, removeReader } = await import("../../store/sql-readers.ts");
    const { add, remove } = values;
    await asOwner(settings(), async (client, ownerUrl) => {
      if (typeof add === "string") {
        const made = await addReader(client, add);
        if (made === null) throw new CommandFailed(`There is no workspace ${add}.`, "not_found");
        const url = urlFor(ownerUrl, made);
        out.result({ role: made.role, url }, `Made ${made.role}. Its address, shown this once:\n${url}`);
      } else if (typeof remove === "string") {
        if (!(await removeReader(client, remove))) throw new CommandFailed(`There is no reader ${remove}.`, "not_found");
        out.result({ removed: remove }, `Removed ${remove}.`);
      } else {
        const readers = await listReaders(client);
        const lines = readers.map(
          ({ role, workspace, made_at }) => `${role}  ${workspace}  since ${new Date(made_at).toISOString().slice(0, 10)}`,
        );
        out.result({ readers }, lines.length === 0 ? "Nobody reads by SQL. Add one with --add <workspace>." : lines.join("\n"));
      }
    });
  },
};
