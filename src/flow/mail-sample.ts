/** A believable mail of a kind, sent to whoever asks for it: to see it where it is read. It says nothing of anybody. */
import { externalId } from "../core/id.ts";
import { type MessageKind, OPERATORS } from "../core/messages/kinds.ts";
import { insertLetter } from "../store/portal-codes.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { readMailWorkspace } from "./mail-facts.ts";
import { sealLetter } from "./portal-letter.ts";
import type { Cipher } from "./ports.ts";
import { notFound, Refusal } from "./refusal.ts";

/** A week after the day on which samples are set. */
const SAMPLE_UNTIL = Date.UTC(2030, 0, 14, 9);

/** `email`: the operator's own; null: where the settings say that those who run the workspace are written to. */
export type SampleWish = { kind: MessageKind; locale: string; email: string | null };

/** Puts it among the messages that are due. @returns its id and where it goes. Refuses `conflict` where there is no address. */
export async function sendSample(
  parts: ChangeParts & { cipher: Cipher },
  by: By,
  wish: SampleWish,
): Promise<{ id: string; address: string }> {
  const sent = await change(parts, by, async (db) => {
    const workspace = await readMailWorkspace(by.workspaceId, db);
    if (workspace === null) throw notFound("workspace");
    const address = wish.email ?? workspace.operators;
    if (address === null)
      throw new Refusal("conflict", "There is no address of yours to send to: set operator_email in the workspace's settings.");
    const id = parts.ids.uuid();
    const letter = { email: address, path: "/app", until: SAMPLE_UNTIL, program: null };
    const data = { sample: true, sealed: sealLetter(parts.cipher, { workspaceId: by.workspaceId, id }, letter) };
    const row = { id, kind: wish.kind, personId: OPERATORS, subject: `sample:${id}`, locale: wish.locale, data, send: true };
    await insertLetter(by.workspaceId, db, row);
    const deed = { action: "mail.tested", target: externalId("msg", id), detail: { kind: wish.kind, locale: wish.locale } };
    return { result: { id, address }, deed };
  });
  tellSettled(parts.pool, by.workspaceId);
  return sent;
}
