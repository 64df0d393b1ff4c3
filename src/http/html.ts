/** Plain pages: escaped text in one frame, no script. The console's own pages come with the console. */

/** Text as HTML. The only way for a value into a page. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `:root { color-scheme: light dark; --paper: #faf8f5; --ink: #26202b; --muted: #6a6270; --line: #e3ddd6; --vine: #5b2a5e }
@media (prefers-color-scheme: dark) { :root { --paper: #17141a; --ink: #ece7ef; --muted: #a79fae; --line: #38323e; --vine: #d9a9dc } }
body { margin: 0; font: 16px/1.5 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper) }
main { max-width: 44rem; margin: 0 auto; padding: 48px 24px }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 16px } p { max-width: 70ch }
button { font: inherit; min-height: 44px; padding: 8px 20px; border: 0; border-radius: 8px }
button { background: var(--vine); color: var(--paper); cursor: pointer }
a { color: var(--vine) } code { font-size: 14px }
td, th { text-align: left; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top }
small { color: var(--muted) } h2 { font-size: 20px; margin: 32px 0 8px } table { border-collapse: collapse; width: 100% }
.wide { overflow-x: auto } .number { text-align: right; font-variant-numeric: tabular-nums } ul { padding-left: 20px }
code, small { overflow-wrap: anywhere }`;

/** A whole page. `body` is HTML already; `title` is text. */
export function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
