/** One text of a business's own, set or taken out among the workspace's settings. */
import type { Language, Overrides } from "../core/words.ts";
import { isText, withOwnText } from "../core/words/own-texts.ts";
import { readWorkspace, lockWorkspace, updateWorkspace } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { notFound, Refusal } from "./refusal.ts";

export type TextWish = { key: string; language: Language | null; text: string | null };

/** Sets it, or with `text` null takes it out. Two who change different texts at once both succeed. */
export async function changeOwnText(parts: ChangeParts, by: By, wish: TextWish): Promise<void> {
  if (!isText(wish.key)) throw notFound("text");
  await change(parts, by, async (db) => {
    await lockWorkspace(by.workspaceId, db);
    const now = await readWorkspace(by.workspaceId, db);
    if (now === null) throw notFound("workspace");
    const own = (now.settings["words"] ?? {}) as Overrides;
    const next = withOwnText(own, wish);
    if ("problem" in next)
      throw new Refusal("validation_failed", next.problem, {
        errors: [{ pointer: "/text", message: next.problem, code: "text_invalid" }],
      });
    await updateWorkspace(by.workspaceId, db, { name: now.name, zone: now.zone, settings: { ...now.settings, words: next.words } });
    const detail = { key: wish.key, language: wish.language, removed: wish.text === null };
    return { result: undefined, deed: { action: "text.changed", target: "workspace", detail } };
  });
}
