/** The HTML of the portal's frame, from the portal's first answer. Every value is escaped; nothing runs but the one script. */
import crypto from "node:crypto";
import { createWords, languageOf } from "../core/words.ts";
import { escapeHtml } from "./html.ts";
import { FONT_FACES } from "./static.ts";
import type { PortalHome } from "./views/portal-home.ts";

export type Page = { html: string; policy: string };
type Around = { script: string; locale: string };

const STYLE = `body { margin: 0; background: var(--gv-paper); color: var(--gv-ink); font: 16px/1.5 var(--gv-font); overflow-wrap: anywhere }
.gv-plain { max-width: 648px; margin: 0 auto; padding: 16px }
.gv-plain h1 { font-size: 24px; line-height: 1.25; letter-spacing: -0.015em }
.gv-plain h2 { font-size: 16px; margin: 24px 0 4px }
.gv-plain p, .gv-plain li { max-width: 70ch } .gv-plain ol { padding-inline-start: 1.5em }
.gv-plain small { color: var(--gv-muted); font-size: 14px }
@media (scripting: enabled) { [data-signed-in] > .gv-plain { visibility: hidden } }`;

/** The page and the policy under which it is sent: our own script, this one style sheet, pictures from anywhere by https. */
export function shellOf(home: PortalHome, around: Around): Page {
  const style = `${FONT_FACES}\n${tokensOf(home.brand.tokens)}\n${STYLE}`;
  const hash = crypto.createHash("sha256").update(style).digest("base64");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return { html: htmlOf(home, { ...around, style }), policy };
}

function htmlOf(home: PortalHome, { script, locale, style }: Around & { style: string }): string {
  const { brand, workspace, program, how } = home;
  const attributes = { workspace: workspace.slug, program: program.key, routes: "hash", locale };
  const given = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  return `<!doctype html>
<html lang="${escapeHtml(home.locale)}" dir="${home.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="${escapeHtml(brand.tokens.light["--gv-paper"] ?? "")}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${escapeHtml(brand.tokens.dark["--gv-paper"] ?? "")}">
<title>${escapeHtml(`${how.headline} – ${brand.name}`)}</title>
<meta name="description" content="${escapeHtml(how.you_get.map((each) => each.text).join(" "))}">
<style>${style}</style>
<script defer src="${escapeHtml(script)}"></script>
</head>
<body>
<grapevine-portal${given}${home.person === null ? "" : " data-signed-in"}>
<script type="application/json">${JSON.stringify(home).replaceAll("<", "\\u003c")}</script>
${plainOf(home)}
</grapevine-portal>
</body>
</html>
`;
}

/** What can be read before and without the script. */
function plainOf({ brand, how, locale }: PortalHome): string {
  const words = createWords(languageOf(locale));
  const worth = (each: PortalHome["how"]["you_get"][number]): string =>
    `<p>${escapeHtml(each.text)}<br><small>${escapeHtml(each.detail)}</small></p>`;
  const say = (key: string): string => escapeHtml(words.say(`portal.${key}`));
  const gets = (title: string, lines: PortalHome["how"]["you_get"]): string =>
    lines.length === 0 ? "" : `<h2>${say(title)}</h2>\n${lines.map(worth).join("\n")}`;
  const steps = how.steps.map((each) => `<li><strong>${escapeHtml(each.title)}</strong><br>${escapeHtml(each.text)}</li>`);
  const faq = how.faq.map((each) => `<h2>${escapeHtml(each.question)}</h2>\n<p>${escapeHtml(each.answer)}</p>`);
  const mail = brand.support_email === null ? "" : ` ${say("help.mail")} ${escapeHtml(brand.support_email)}.`;
  return `<main class="gv-plain">
<p>${escapeHtml(brand.name)}</p>
<h1>${escapeHtml(how.headline)}</h1>
<noscript><p>${say("frame.no_script")}${mail}</p></noscript>
${gets("how.you_get", how.you_get)}
${gets("how.friend_gets", how.friend_gets)}
<ol>${steps.join("\n")}</ol>
${faq.join("\n")}
</main>`;
}

function tokensOf({ light, dark }: PortalHome["brand"]["tokens"]): string {
  const rules = (tokens: Record<string, string>): string =>
    Object.entries(tokens)
      .map(([name, value]) => `${name}:${value}`)
      .join(";");
  return `:root{${rules(light)}}@media(prefers-color-scheme:dark){:root{${rules(dark)}}}`.replaceAll("<", "");
}
