/** What other channels cost: entered by operators or their tools. */
import { type SpendRow, saveSpend } from "../../store/channel-spend.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";

/** Enters amounts; what is there for a channel, day and currency is replaced, so that the same may be sent again. */
export async function enterSpend(parts: ChangeParts, by: By, rows: readonly SpendRow[]): Promise<void> {
  await change(parts, by, async (db) => {
    await saveSpend(by.workspaceId, db, { rows, at: await workspaceNow(by.workspaceId, db) });
    const channels = [...new Set(rows.map((row) => row.channel))].toSorted().slice(0, 20).join(", ");
    return { result: undefined, deed: { action: "spend.entered", target: "workspace", detail: { amounts: rows.length, channels } } };
  });
}
