import crypto from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { makeLinkWorld } from "../../test/support/links.ts";
import type { LinkWorld } from "../../test/support/links.ts";
import { createIds } from "../adapters/ids.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { createLink, disableLink } from "./make-link.ts";
import type { LinkWish } from "./make-link.ts";
import { Refusal } from "./refusal.ts";

let database: TestDatabase;
let world: LinkWorld;
let parts: ChangeParts;
let by: By;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeLinkWorld(database.ownerPool);
  parts = { pool: database.pool(), ids: createIds() };
  by = { workspaceId: world.workspaceId, actor: "key:1", requestId: "req_1", idempotencyKey: null };
});
afterAll(() => database.drop());

const wish = (more: Partial<LinkWish> = {}): LinkWish => ({
  programId: world.programId,
  personId: world.personId,
  channel: null,
  code: null,
  kind: "random",
  ...more,
});
const make = (more: Partial<LinkWish> = {}): Promise<{ linkId: string }> => createLink(parts, by, wish(more));
const refusal = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => {
      throw new Error("was not refused");
    },
    (error: Refusal) => error,
  );
const rows = async (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await database.ownerPool.query(text, values)).rows as Record<string, unknown>[];

describe("making a link", () => {
  test("a random one has ten letters of the alphabet, is known to the installation, and leaves an audit row without its code", async () => {
    const { linkId } = await make({ channel: "whatsapp" });
    const [link] = await rows("select * from link where id = $1", [linkId]);
    expect(link).toMatchObject({
      workspace_id: world.workspaceId,
      kind: "random",
      channel: "whatsapp",
      person_id: world.personId,
      disabled_at: null,
    });
    expect(link!["code"]).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    expect(Math.abs(Number(link!["created_at"]) - Date.now())).toBeLessThan(60_000);
    expect(await rows("select workspace_id from link_directory where code = $1", [link!["code"]])).toEqual([
      { workspace_id: world.workspaceId },
    ]);
    const [audit] = await rows("select * from audit where target = $1", [`lnk_${linkId.replaceAll("-", "")}`]);
    expect(audit).toMatchObject({ action: "link.created", actor: "key:1", request_id: "req_1" });
    expect(JSON.stringify(audit)).not.toContain(link!["code"]);
  });

  test("200 at once in two workspaces never get one code twice", async () => {
    const other = await makeLinkWorld(database.ownerPool);
    const made = Array.from({ length: 200 }, (_, i) => {
      const home = i % 2 === 0 ? world : other;
      return createLink(parts, { ...by, workspaceId: home.workspaceId }, wish({ programId: home.programId, personId: home.personId }));
    });
    const ids = (await Promise.all(made)).map(({ linkId }) => linkId);
    const [{ codes } = {}] = await rows(
      `select count(distinct l.code)::int as codes
         from link l join link_directory d on d.code = l.code and d.workspace_id = l.workspace_id where l.id = any($1)`,
      [ids],
    );
    expect(codes).toBe(200);
  });

  test("a random code that is taken, anywhere or as a vanity code here, is drawn again", async () => {
    const other = await makeLinkWorld(database.ownerPool);
    await other.link("22222222ZZ");
    await world.link("33333333ZZ", { kind: "vanity" });
    // 10 letters of the alphabet each, by their positions in it: two that are taken, then a free one.
    const draws = ["22222222ZZ", "33333333ZZ", "44444444ZZ"].map((code) =>
      Uint8Array.from([...code].map((letter) => "23456789ABCDEFGHJKMNPQRSTUVWXYZ".indexOf(letter))),
    );
    const ids = { uuid: parts.ids.uuid, bytes: () => draws.shift()! };
    const { linkId } = await createLink({ ...parts, ids }, by, wish());
    expect((await rows("select code from link where id = $1", [linkId]))[0]!["code"]).toBe("44444444ZZ");
    // The claim on the code that was a vanity code here was given back.
    expect(await rows("select 1 from link_directory where code = '33333333ZZ'", [])).toEqual([]);
  });

  test("a chosen code is unique in its workspace in its normal form, and free in the next workspace", async () => {
    await make({ kind: "vanity", code: "Anna-10" });
    for (const code of ["ANNA10", "anna_10", "An-na10"]) {
      const refused = await refusal(make({ kind: "coupon", code }));
      expect([refused.code, refused.options.errors?.[0]?.pointer]).toEqual(["code_taken", "/code"]);
    }
    const other = await makeLinkWorld(database.ownerPool);
    await createLink(
      parts,
      { ...by, workspaceId: other.workspaceId },
      wish({ programId: other.programId, personId: other.personId, kind: "vanity", code: "anna10" }),
    );
  });

  test("one hundred ask for one chosen code at once: one gets it", async () => {
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => make({ kind: "vanity", code: "BLACKFRIDAY" })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect((result.reason as Refusal).code).toBe("code_taken");
    expect(await rows("select 1 from link where code_key = 'BLACKFRIDAY'", [])).toHaveLength(1);
  });

  test("what cannot be a code, and what is not there, is refused with the field or the thing named", async () => {
    const bad: [Partial<LinkWish>, string][] = [
      [{ kind: "vanity", code: null }, "required"],
      [{ kind: "vanity", code: "ab" }, "code_too_short"],
      [{ kind: "coupon", code: "a b c" }, "code_characters"],
      [{ kind: "vanity", code: "АННА" }, "code_characters"],
      [{ kind: "vanity", code: "adm1n" }, "code_reserved"],
      [{ kind: "vanity", code: "x".repeat(41) }, "code_too_long"],
      [{ kind: "random", code: "ANNA11" }, "code_not_allowed"],
    ];
    for (const [more, code] of bad) {
      const refused = await refusal(make(more));
      expect([more.code, refused.code, refused.options.errors]).toEqual([
        more.code,
        "validation_failed",
        [{ pointer: "/code", code, message: refused.detail }],
      ]);
    }
    expect((await refusal(make({ programId: crypto.randomUUID() }))).code).toBe("not_found");
    expect((await refusal(make({ personId: crypto.randomUUID() }))).code).toBe("not_found");
    expect((await refusal(make({ programId: await world.program({ status: "ended" }) }))).code).toBe("program_not_live");
    const other = await makeLinkWorld(database.ownerPool);
    expect((await refusal(make({ programId: other.programId }))).code).toBe("not_found");
  });
});

describe("disabling a link", () => {
  test("ends it once, with one audit row; again changes nothing, and another workspace's is not there", async () => {
    const { linkId } = await make();
    await disableLink(parts, by, linkId);
    const [first] = await rows("select disabled_at from link where id = $1", [linkId]);
    expect(Math.abs(Number(first!["disabled_at"]) - Date.now())).toBeLessThan(60_000);
    await disableLink(parts, by, linkId);
    expect(await rows("select disabled_at from link where id = $1", [linkId])).toEqual([first]);
    expect(
      await rows("select 1 from audit where action = 'link.disabled' and target = $1", [`lnk_${linkId.replaceAll("-", "")}`]),
    ).toHaveLength(1);
    const other = await makeLinkWorld(database.ownerPool);
    expect((await refusal(disableLink(parts, { ...by, workspaceId: other.workspaceId }, linkId))).code).toBe("not_found");
  });

  test("is heard by whoever listens when it commits, with the code and the workspace, and a chosen code's making is too", async () => {
    const client = await database.ownerPool.connect();
    const heard: (string | undefined)[] = [];
    client.on("notification", ({ payload }) => heard.push(payload));
    await client.query("listen grapevine_links");
    const { linkId } = await make({ kind: "vanity", code: "heard-of" });
    await disableLink(parts, by, linkId);
    await make();
    await client.query("select 1");
    client.removeAllListeners("notification");
    client.release(true);
    expect(heard).toEqual([`${world.workspaceId}/HEARDOF`, `${world.workspaceId}/HEARDOF`]);
  });
});
