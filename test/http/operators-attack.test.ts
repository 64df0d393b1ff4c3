/** The console's door from outside: second factors, other sites, guessing, and finding out who has an account. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authStep, PASSWORD, signIn, totpOf } from "../support/accounts.ts";
import { mail, operatorsOf, UNLIMITED } from "../support/operators.ts";
import { createServer, type TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer({ limits: UNLIMITED });
  await operator("owner");
});
afterAll(async () => {
  await s.close();
});

const { operator, as, letterBy } = operatorsOf(() => s);
describe("the second factor", () => {
  const enable = async (name: string): Promise<{ uri: string; codes: string[]; cookie: string }> => {
    await operator(name, "manager");
    const cookie = await signIn(s.url, mail(name));
    expect((await authStep(s.url, "two-factor/enable", { cookie, body: { password: "wrong password" } })).status).toBe(400);
    const { body } = await authStep(s.url, "two-factor/enable", { cookie, body: { password: PASSWORD } });
    const uri = String(body["totpURI"]);
    const proved = await authStep(s.url, "two-factor/verify-totp", { cookie, body: { code: totpOf(uri) } });
    expect(proved.status).toBe(200);
    return { uri, codes: body["backupCodes"] as string[], cookie: proved.cookie };
  };

  test("after the password a code is asked for; after a link by mail too; a recovery code works once", async () => {
    const { uri, codes, cookie } = await enable("careful");
    expect((await as(cookie, "GET", "/v1/me")).body["operator"]).toMatchObject({ two_factor: true });
    const first = await authStep(s.url, "sign-in/email", { body: { email: mail("careful"), password: PASSWORD } });
    expect([first.cookie, first.body["twoFactorRedirect"]]).toEqual(["", true]);
    const step = first.cookies.find((each) => each.includes("two_factor="))!;
    expect((await authStep(s.url, "two-factor/verify-totp", { cookie: step, body: { code: "000000" } })).cookie).toBe("");
    const done = await authStep(s.url, "two-factor/verify-totp", { cookie: step, body: { code: totpOf(uri) } });
    expect((await as(done.cookie, "GET", "/v1/me")).status).toBe(200);

    const [token, asked] = await letterBy("operator_sign_in", () =>
      authStep(s.url, "sign-in/magic-link", { body: { email: mail("careful") } }),
    );
    const browser = asked.cookies.find((each) => each.startsWith("gv_browser="))!;
    const link = await authStep(s.url, "link", { body: { token }, cookie: browser });
    expect([link.cookie, link.body["twoFactorRedirect"]]).toEqual(["", true]);
    const again = link.cookies.find((each) => each.includes("two_factor="))!;
    const recover = await authStep(s.url, "two-factor/verify-backup-code", { cookie: again, body: { code: codes[0] } });
    expect((await as(recover.cookie, "GET", "/v1/me")).status).toBe(200);
    const third = await authStep(s.url, "sign-in/email", { body: { email: mail("careful"), password: PASSWORD } });
    const last = third.cookies.find((each) => each.includes("two_factor="))!;
    expect((await authStep(s.url, "two-factor/verify-backup-code", { cookie: last, body: { code: codes[0] } })).cookie).toBe("");
  });

  test("codes cannot be guessed: 5 tries a sign-in, 10 in a row an account, then not even the right one works", async () => {
    const { uri } = await enable("guarded");
    const started = async (): Promise<string> => {
      const { cookies } = await authStep(s.url, "sign-in/email", { body: { email: mail("guarded"), password: PASSWORD } });
      return cookies.find((each) => each.includes("two_factor="))!;
    };
    const right = totpOf(uri);
    const wrong = Array.from({ length: 6 }, (_, i) => String((Number(right) + 1 + i) % 1_000_000).padStart(6, "0"));
    const step = await started();
    for (const each of wrong.slice(0, 5))
      expect((await authStep(s.url, "two-factor/verify-totp", { cookie: step, body: { code: each } })).status).toBe(401);
    expect((await authStep(s.url, "two-factor/verify-totp", { cookie: step, body: { code: right } })).cookie).toBe("");
    const next = await started();
    for (const each of wrong.slice(0, 5)) await authStep(s.url, "two-factor/verify-totp", { cookie: next, body: { code: each } });
    const locked = await authStep(s.url, "two-factor/verify-totp", { cookie: await started(), body: { code: totpOf(uri) } });
    expect([locked.status, locked.cookie]).toEqual([429, ""]);
  });
});

describe("from outside", () => {
  test("no step of signing in is taken for another site, and no step that is not listed exists", async () => {
    for (const step of [
      "sign-in/email",
      "sign-out",
      "link",
      "invitation",
      "invitation/accept",
      "two-factor/disable",
      "change-password",
    ]) {
      for (const headers of [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { origin: "https://evil.example" },
        { origin: "null" },
      ] as Record<string, string>[])
        expect([
          step,
          (
            await authStep(s.url, step, {
              body: { email: mail("owner"), password: PASSWORD },
              headers: { "sec-fetch-site": "", ...headers },
            })
          ).status,
        ]).toEqual([step, 403]);
    }
    for (const step of [
      "sign-up/email",
      "update-user",
      "delete-user",
      "change-email",
      "list-sessions",
      "link-social",
      "get-session",
      "constructor",
      "__proto__",
      "sign-in/email/",
      "../v1/me",
    ])
      expect([step, (await authStep(s.url, step)).status]).toEqual([step, 404]);
  });

  test("whether an address has an account shows in no answer: passwords, links, new passwords", async () => {
    const both = async (step: string, more: object): Promise<unknown[]> =>
      await Promise.all(
        [mail("owner"), mail("nobody-at-all")].map(async (email) => {
          const { status, body, cookies } = await authStep(s.url, step, { body: { email, ...more } });
          return [status, body, cookies.map((each) => each.split("=")[0])];
        }),
      );
    const already = (await s.engine.rows("select 1 from message where kind like 'operator%'")).length;
    for (const [step, more] of [
      ["sign-in/email", { password: "not the password" }],
      ["sign-in/magic-link", {}],
      ["request-password-reset", {}],
    ] as const) {
      const [known, unknown] = await both(step, more);
      expect([step, known]).toEqual([step, unknown]);
    }
    // The answer does not wait for the mail: those of the two who are known are there a moment later.
    const told = async (): Promise<number> => (await s.engine.rows("select 1 from message where kind like 'operator%'")).length;
    await expect.poll(told).toBe(already + 2);
    await authStep(s.url, "sign-in/magic-link", { body: { email: mail("nobody-at-all") } });
    await new Promise((wake) => setTimeout(wake, 300));
    expect(await told()).toBe(already + 2);
    const quickest = await Promise.all(
      [mail("owner"), mail("nobody-at-all")].map(async (email) => {
        const times: number[] = [];
        for (let i = 0; i < 5; i++) {
          const at = performance.now();
          await authStep(s.url, "sign-in/email", { body: { email, password: "not the password" } });
          times.push(performance.now() - at);
        }
        return Math.min(...times);
      }),
    );
    expect(Math.max(...quickest) / Math.min(...quickest)).toBeLessThan(3);
  });
});

test("passwords cannot be guessed: ten tries in 15 minutes about one address, from wherever they come; three mails", async () => {
  const strict = await createServer();
  await strict.call("POST", "/v1/operators", { body: { name: "O", email: mail("target"), password: PASSWORD, role: "owner" } });
  const tries: number[] = [];
  for (let i = 0; i < 11; i++) {
    const forwarded = { "x-forwarded-for": `203.0.113.${i}`, "x-gv-address": `203.0.113.${i}` };
    tries.push(
      (await authStep(strict.url, "sign-in/email", { body: { email: mail("target"), password: `wrong ${i} wrong` }, headers: forwarded }))
        .status,
    );
  }
  expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  expect(
    (await authStep(strict.url, "sign-in/email", { body: { email: ` ${mail("target").toUpperCase()}`, password: PASSWORD } })).status,
  ).toBe(429);
  const sends = [];
  for (let i = 0; i < 4; i++) sends.push((await authStep(strict.url, "sign-in/magic-link", { body: { email: mail("target") } })).status);
  expect(sends).toEqual([200, 200, 200, 429]);
  await strict.close();
});
