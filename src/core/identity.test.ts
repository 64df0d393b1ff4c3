import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { mailNormalForm, normaliseEmail, normalisePhone } from "./identity.ts";

describe("normaliseEmail", () => {
  test.each([
    ["ben@example.com", "ben@example.com"],
    ["  Ben@Example.COM \n", "ben@example.com"],
    ["ben+shop@example.com", "ben+shop@example.com"],
    ["b.e.n@gmail.com", "b.e.n@gmail.com"],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
    ["MU\u0308LLER@example.com", "m\u00fcller@example.com"],
    ["ben@B\u00fccher.example", "ben@xn--bcher-kva.example"],
    ["ben@xn--bcher-kva.example", "ben@xn--bcher-kva.example"],
    ["\u7528\u6237@\u4f8b\u5b50.\u5e7f\u544a", "\u7528\u6237@xn--fsqu00a.xn--4rr70v"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
    [`${"a".repeat(65)}@example.com`, undefined],
    [`a@${"b.".repeat(126)}example`, undefined],
    ["ben", undefined],
    ["", undefined],
    ["@example.com", undefined],
    ["ben@", undefined],
    ["ben@localhost", undefined],
    ["ben@example.com.", undefined],
    ["ben@.example.com", undefined],
    ["ben@exa mple.com", undefined],
    ["ben@-example.com", undefined],
    ["ben@127.0.0.1", undefined],
    ["ben@[127.0.0.1]", undefined],
    ["ben@\uff11.\uff12", undefined],
    ["ben@\u00fc.example/path", undefined],
    ["ben@user:pw@\u00fc.example", undefined],
    ["be n@example.com", undefined],
    ["ben@@example.com", undefined],
    ["a@b@example.com", undefined],
    [".ben@example.com", undefined],
    ["ben.@example.com", undefined],
    ["b..n@example.com", undefined],
    ['"ben"@example.com', undefined],
    ["ben(x)@example.com", undefined],
    ["Ben <ben@example.com>", undefined],
    ["ben@example.com,eve@example.com", undefined],
    ["ben\u200b@example.com", undefined],
    ["ben\u202e@example.com", undefined],
    ["ben\r\nBcc:eve@example.com", undefined],
    ["ben\ud800@example.com", undefined],
    ["x".repeat(100_000), undefined],
  ])("%j", (text, expected) => {
    expect(normaliseEmail(text)).toBe(expected);
  });

  test("is idempotent, and case, composition and blanks around do not matter", () => {
    const letter = fc.constantFrom(..."abcXYZ019.+_-\u00e9\u00fc\u00df\u0130\u4f8b");
    const local = fc.array(letter, { minLength: 1, maxLength: 12 }).map((all) => all.join(""));
    const domain = fc.constantFrom("example.com", "Mail.Example.ORG", "b\u00fccher.example", "gmail.com");
    const address = fc.tuple(local, domain).map((both) => both.join("@"));
    fc.assert(
      fc.property(fc.oneof(address, fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const email = normaliseEmail(text);
        if (email === undefined) return;
        expect(normaliseEmail(email)).toBe(email);
        expect(normaliseEmail(` ${text}\t`)).toBe(email);
        expect(normaliseEmail(text.normalize("NFD"))).toBe(email);
        expect(normaliseEmail(email.normalize("NFD"))).toBe(email);
        expect(mailNormalForm(mailNormalForm(email))).toBe(mailNormalForm(email));
      }),
      runs(2000),
    );
  });
});

describe("mailNormalForm", () => {
  test.each([
    ["ben@example.com", "ben@example.com"],
    ["ben+friend@example.com", "ben@example.com"],
    ["ben+a+b@example.com", "ben@example.com"],
    ["b.e.n+a@gmail.com", "ben@gmail.com"],
    ["b.en@googlemail.com", "ben@gmail.com"],
    ["b.en@example.com", "b.en@example.com"],
    ["+ben@example.com", "+ben@example.com"],
  ])("%s is the mailbox %s", (email, form) => {
    expect(mailNormalForm(email)).toBe(form);
  });
});

describe("normalisePhone", () => {
  test("takes E.164 and nothing else, as the pattern of the standard does", () => {
    const digits = fc.array(fc.constantFrom(..."0123456789"), { maxLength: 17 }).map((all) => `+${all.join("")}`);
    fc.assert(
      fc.property(fc.oneof(digits, fc.stringMatching(/^[+0-9 ()-]{0,18}$/), fc.string()), (text) => {
        expect(normalisePhone(text)).toBe(/^\+[1-9]\d{6,14}$/.test(text.trim()) ? text.trim() : undefined);
      }),
      runs(2000),
    );
    expect(normalisePhone(" +491701234567 ")).toBe("+491701234567");
    expect(["0170 1234567", "+49 170 1234567", "00491701234567", "+0491701234567", "+\u0664\u0669170123456"].map(normalisePhone)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
