import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced } from "../../test/support/seeds.ts";
import { allowedOrigins, chooseTarget, compileTarget, locationOf } from "./target.ts";

const DESTINATION = "https://shop.example/welcome?utm_source=friends&x=1#top";
const target = compileTarget(DESTINATION)!;
const origins = allowedOrigins(DESTINATION, ["https://blog.shop.example/a", "http://localhost:3000/", "https://SHOP.example:443/other"]);

describe("a destination", () => {
  test("keeps its own parameters and its fragment, and ours come behind them", () => {
    expect(locationOf(target, "ANNA10", "clk_x")).toBe(
      "https://shop.example/welcome?utm_source=friends&x=1&gv_code=ANNA10&gv_click=clk_x#top",
    );
    const cases: [string, string][] = [
      ["https://shop.example", "https://shop.example/?gv_code=A"],
      ["https://shop.example/?", "https://shop.example/?gv_code=A"],
      ["https://shop.example/??", "https://shop.example/??&gv_code=A"],
      ["https://shop.example/?a=1&", "https://shop.example/?a=1&gv_code=A"],
      ["https://shop.example/#/route?x=1", "https://shop.example/?gv_code=A#/route?x=1"],
      ["https://shop.example/?a=%C3%A4&a=2&b", "https://shop.example/?a=%C3%A4&a=2&b&gv_code=A"],
      ["https://shop.example/?gv_code=THEIRS", "https://shop.example/?gv_code=THEIRS&gv_code=A"],
      ["https://shop.example/a b?q=a b", "https://shop.example/a%20b?q=a%20b&gv_code=A"],
    ];
    for (const [destination, expected] of cases) expect(locationOf(compileTarget(destination)!, "A", null)).toBe(expected);
  });

  test("without a code it is what the program says, untouched", () => {
    expect(locationOf(target, null, null)).toBe(DESTINATION);
  });

  test("a code can add no parameter of its own", () => {
    expect(locationOf(target, "A&gv_click=x#", null)).toContain("gv_code=A%26gv_click%3Dx%23#top");
  });

  test("that is no web address or names a user is none", () => {
    for (const bad of [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://shop.example/",
      "myapp://open",
      "https://u:p@shop.example/",
      "https://@shop.example/",
      "//shop.example",
      "shop",
    ]) {
      expect(compileTarget(bad)).toBeNull();
    }
  });
});

describe("?to=", () => {
  const choose = (to: string): string | undefined => chooseTarget(to, target, origins)?.href;

  test("leads to any path of the destination's origin and any address of an allowed origin", () => {
    expect(choose("/summer?size=7#x")).toBe("https://shop.example/summer?size=7#x");
    expect(choose("https://blog.shop.example/post")).toBe("https://blog.shop.example/post");
    expect(choose("http://localhost:3000/a")).toBe("http://localhost:3000/a");
    expect(choose("HTTPS://Shop.Example/@anna")).toBe("https://shop.example/@anna");
    expect(choose("/a/../b//c")).toBe("https://shop.example/b//c");
  });

  test("refuses every known spelling of another place", () => {
    const bad = [
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "https:evil.example",
      "https:/evil.example",
      "https:///evil.example",
      "http:\\\\evil.example",
      "https://evil.example",
      "https://shop.example@evil.example",
      "https://shop.example:pw@evil.example/",
      "https://evil.example#@shop.example/",
      "https://evil.example?shop.example",
      "https://u@shop.example/",
      "https://:@shop.example/",
      "https://@shop.example/",
      "https://shop.example.evil.example/",
      "https://shop.example%2eevil.example",
      "https://shop.example%00.evil.example",
      "https://shop.example:8443/",
      "http://shop.example/",
      "https://xshop.example/",
      "https://shop.example\\@evil.example",
      "https://shop。example.evil.example/",
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "java\tscript:alert(1)",
      " https://shop.example/",
      "https://shop.example/\r\nset-cookie:a=b",
      "/a\nb",
      "/a\u0000b",
      "/a b",
      "/\u0085",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc/passwd",
      "blob:https://shop.example/x",
      "ws://shop.example/",
      "",
      "summer",
      "?a=1",
      "#x",
      ".",
      "/.//evil.example",
      "/%2e%2e//evil.example",
      "/x/..//evil.example",
      "/?gv_code=EVIL",
      "/?a=1&gv_click=clk_x",
      "/?gv%5Fcode=EVIL",
      "/?GV_CODE=x",
      `/${"a".repeat(2000)}`,
      "/\ud800",
    ];
    for (const to of bad) expect([to, choose(to)]).toEqual([to, undefined]);
  });

  test("never leads outside the allowed origins: 10,000 strings put together from the parts of attacks", () => {
    const part = fc.constantFrom(
      "https:",
      "http:",
      "HTTPS:",
      "//",
      "/",
      "\\",
      "shop.example",
      "evil.example",
      "blog.shop.example",
      "@",
      ":",
      "?",
      "#",
      "%2f",
      "%5c",
      "%40",
      "%00",
      "%0d%0a",
      ".",
      "..",
      "localhost:3000",
      "443",
      "\t",
      "\r\n",
      " ",
      "\u0000",
      "\u2028",
      "。",
      "／",
      "＠",
      "javascript:",
      "data:",
      "u:p",
      "[::1]",
      "0x7f.1",
      "gv_code=E",
      "&",
      "a",
    );
    const anything = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.webUrl(),
    );
    let allowed = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 3, arbitrary: anything },
          {
            weight: 1,
            arbitrary: fc
              .tuple(fc.constantFrom("https://shop.example", "https://shop.example/", "/"), anything)
              .map((each) => each.join("")),
          },
        ),
        (to) => {
          const chosen = chooseTarget(to, target, origins);
          if (chosen === null) return;
          allowed++;
          const location = locationOf(chosen, "ANNA10", "clk_x");
          // Read as a browser reads a Location header: against the address of the redirect.
          const seen = new URL(location, "https://refer.example/r/ANNA10");
          expect(origins).toContain(seen.origin);
          expect(seen.username + seen.password).toBe("");
          expect(location).toMatch(/^https?:\/\/[\x21-\x5b\x5d-\x7e]+$/);
          expect(seen.searchParams.getAll("gv_code")).toEqual(["ANNA10"]);
          expect([...to].every((letter) => letter > " " && letter !== "\\" && letter !== "\x7f") && !to.startsWith("//")).toBe(true);
        },
      ),
      announced("open redirect", 10_000),
    );
    // The property would be empty if everything were refused.
    expect(allowed).toBeGreaterThan(300);
  });
});
