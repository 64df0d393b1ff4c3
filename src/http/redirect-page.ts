/** What a visitor sees whose link leads nowhere. One page for every reason, so that it tells none. */
import type { ServerResponse } from "node:http";

export type Page = Buffer;

/** Unknown, disabled, paused, ended, or too many tries: the same bytes. */
export const NOWHERE: Page = page(
  "This link does not lead anywhere",
  "It may have been mistyped, or the offer behind it may be over. Ask the person who sent it to you for a new one.",
);

export const UNAVAILABLE: Page = page("This link cannot be opened just now", "Please try again in a few seconds.");

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
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  ];
  if (head.retryAfter !== undefined) headers.push("Retry-After", String(head.retryAfter));
  response.writeHead(head.status, headers);
  response.end(body);
}

function page(title: string, text: string): Page {
  return Buffer.from(`<!doctype html>
<html lang="en">
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
