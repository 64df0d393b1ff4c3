/** A server whose operators tests sign in as, and the letters that they get. */
import { expect } from "vitest";
import { createCipher } from "../../src/adapters/cipher.ts";
import { openLetter } from "../../src/flow/portal-letter.ts";
import { PASSWORD } from "./accounts.ts";
import type { Reply, TestServer } from "./server.ts";

const many = { limit: 10_000, windowSeconds: 900, lease: 1 };
/** Tests that are not about limits meet none. */
export const UNLIMITED = { console_sign_in: many, console_account: many, console_send: many, console_mailbox: many };

export const mail = (name: string): string => `${name}@operators.example`;

export type OperatorsOf = {
  /** Makes an account by A's key. */
  operator(name: string, role?: string): Promise<Reply>;
  /** A request with a session's cookie, from a page of ours. */
  as(cookie: string, method: string, path: string, more?: { body?: unknown; workspace?: string }): Promise<Reply>;
  /** What stands behind the `#` of the newest letter's link. */
  letter(kind: string): Promise<string>;
  /** The letter that asking brought: nobody waits for it to be written. */
  letterBy<T>(kind: string, ask: () => Promise<T>): Promise<[string, T]>;
};

export function operatorsOf(server: () => TestServer): OperatorsOf {
  const letters = (kind: string): Promise<unknown[]> => server().engine.rows("select 1 from message where kind = $1", [kind]);
  const letter = async (kind: string): Promise<string> => {
    const [row] = await server().engine.rows<{ id: string; workspace_id: string; data: Record<string, unknown> }>(
      "select id, workspace_id, data from message where kind = $1 order by id desc limit 1",
      [kind],
    );
    return openLetter(createCipher(server().engine.secret), row!.workspace_id, row!)!.path.split("#")[1]!;
  };
  return {
    letter,
    operator: (name, role = name) =>
      server().call("POST", "/v1/operators", { body: { name: `Op ${name}`, email: mail(name), password: PASSWORD, role } }),
    // The order of an HTTP request, as the tests read it.
    // oxlint-disable-next-line max-params
    as: (cookie, method, path, { body, workspace } = {}) =>
      server().call(method, path, {
        key: null,
        ...(body === undefined ? {} : { body }),
        headers: { cookie, "sec-fetch-site": "same-origin", ...(workspace === undefined ? {} : { "gv-workspace": workspace }) },
      }),
    async letterBy(kind, ask) {
      const before = (await letters(kind)).length;
      const asked = await ask();
      await expect.poll(() => letters(kind)).toHaveLength(before + 1);
      return [await letter(kind), asked];
    },
  };
}
