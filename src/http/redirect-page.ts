/** What a visitor sees whose link leads nowhere. One page a language for every reason, so that it tells none, and no business's name. */
import type { ServerResponse } from "node:http";
import { createWords, LANGUAGES } from "../core/words.ts";
import type { Language } from "../core/words.ts";
import { escapeHtml } from "./html.ts";

export type Page = Buffer;

type Kind = "nowhere" | "unavailable";
const made = new Map<string, Page>();
for (const language of Object.keys(LANGUAGES) as Language[]) {
  for (const kind of ["nowhere", "unavailable"] as const) made.set(`${kind} ${language}`, page(language, kind));
}

/** Unknown, disabled, paused, ended, or too many tries: the same bytes in the reader's language. */
export function nowherePage(language: Language): Page {
  return made.get(`nowhere ${language}`)!;
}

/** The link cannot be looked up just now. */
export function unavailablePage(language: Language): Page {
  return made.get(`unavailable ${language}`)!;
}

/** Answers with a page. `retryAfter` is in seconds. HEAD gets the head alone, by Node's own doing. */
export function sendPage(response: ServerResponse, body: Page, head: { status: number; retryAfter?: number }): void {
  const headers = [
    "Content-Type",
    "text/html; charset=utf-8",
    "Content-Length",
    String(body.length),
    "Cache-Control",
    "no-store",
    "Referrer-Policy",
    "no-referrer",
    "X-Content-Type-Options",
    "nosniff",
    "X-Robots-Tag",
    "noindex",
    "Vary",
    "Accept-Language",
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  ];
  if (head.retryAfter !== undefined) headers.push("Retry-After", String(head.retryAfter));
  response.writeHead(head.status, headers);
  response.end(body);
}

function page(language: Language, kind: Kind): Page {
  const words = createWords(language);
  const title = escapeHtml(words.say(`page.${kind}.title`));
  const text = escapeHtml(words.say(`page.${kind}.text`));
  return Buffer.from(`<!doctype html>
<html lang="${language}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; color: #1f2933; background: #f7f8fa }
body { font: 1.125rem/1.6 system-ui, sans-serif }
main { max-width: 32rem; padding: 2rem; text-align: center }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem }
p { margin: 0 }
@media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181d } }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`);
}
