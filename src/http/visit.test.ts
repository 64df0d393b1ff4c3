import { describe, expect, test } from "vitest";
import { createVisitReader } from "./visit.ts";

const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";
const INSTAGRAM =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) " +
  "Mobile/15E148 Instagram 330.0.2.24.86 (iPhone15,2; iOS 17_5; de_DE)";

const readVisit = createVisitReader();
const visit = (headers: Record<string, string>, method = "GET"): string =>
  readVisit(method, Object.entries({ Host: "x", ...headers }).flat());
const page = { "User-Agent": CHROME, "Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate" };

describe("a visit counts", () => {
  test("when a browser goes to the page, with Sec-Fetch headers or (before 2023) without", () => {
    expect(visit(page)).toBe("navigation");
    expect(visit({ "User-Agent": CHROME })).toBe("navigation");
    expect(visit({ ...page, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-User": "?1" })).toBe("navigation");
    expect(visit({ "user-agent": CHROME, "sec-fetch-dest": " Document " })).toBe("navigation");
  });

  test("inside an app's own browser", () => {
    expect(visit({ "User-Agent": INSTAGRAM })).toBe("navigation");
  });
});

describe("a visit does not count", () => {
  test("when it loads anything but a page: every other destination of the Fetch standard", () => {
    const others = [
      "audio",
      "audioworklet",
      "embed",
      "empty",
      "fencedframe",
      "font",
      "frame",
      "iframe",
      "image",
      "json",
      "manifest",
      "object",
      "paintworklet",
      "report",
      "script",
      "serviceworker",
      "sharedworker",
      "style",
      "text",
      "track",
      "video",
      "webidentity",
      "worker",
      "xslt",
      "",
    ];
    for (const dest of others) expect([dest, visit({ ...page, "Sec-Fetch-Dest": dest })]).toEqual([dest, "embedded"]);
    for (const mode of ["cors", "no-cors", "same-origin", "websocket"])
      expect([mode, visit({ ...page, "Sec-Fetch-Mode": mode })]).toEqual([mode, "embedded"]);
  });

  test("when it is made ahead of time, by any of the names that browsers have had for it", () => {
    const ahead: Record<string, string>[] = [
      { "Sec-Purpose": "prefetch" },
      { "Sec-Purpose": "prefetch;prerender" },
      { "Sec-Purpose": "prefetch;anonymous-client-ip" },
      { Purpose: "prefetch" },
      { "X-Purpose": "prefetch" },
      { "X-Moz": "prefetch" },
      { "Sec-Purpose": "Prerender" },
    ];
    for (const headers of ahead) expect(visit({ ...page, ...headers })).toBe("ahead");
    expect(visit({ ...page, "Sec-Purpose": "prefetch", "Sec-Fetch-Dest": "empty" })).toBe("ahead");
  });

  test("when it is a robot, a link preview, a client without a name, or HEAD", () => {
    const robots = [
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      "facebookexternalhit/1.1",
      "WhatsApp/2.23.20.0",
      "Slackbot-LinkExpanding 1.0",
      "LinkedInBot/1.0",
      "Twitterbot/1.0",
      "TelegramBot (like TwitterBot)",
      "curl/8.5.0",
      "python-requests/2.32",
      "node",
      "",
      "   ",
    ];
    for (const agent of robots) expect([agent, visit({ ...page, "User-Agent": agent })]).toEqual([agent, "machine"]);
    expect(visit({})).toBe("machine");
    expect(visit({ ...page, "X-Purpose": "preview" })).toBe("machine");
    expect(visit(page, "HEAD")).toBe("machine");
  });

  test("the same each time it is asked, and a name of 16,000 characters is cut before it is looked at", () => {
    for (let i = 0; i < 3; i++) expect(visit({ "User-Agent": "curl/8.5.0" })).toBe("machine");
    // The quickest of five: in one of them another process may have the core.
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      visit({ "User-Agent": `Mozilla/5.0 ${"(((a ".repeat(3200)}` });
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
