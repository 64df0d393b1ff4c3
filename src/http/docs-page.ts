/** How a document looks: the list of all at the side, the text at a readable width. */
import type { Doc, Tree } from "./docs-tree.ts";
import { escapeHtml } from "./html.ts";

/** Grapevine's mark: a cluster on a stem. */
const MARK = `<svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
<path d="M16 9V3M16 9l-6 5M16 9l6 5M10 14l6 6M22 14l-6 6M16 20v6" stroke-linecap="round"/><g fill="currentColor" stroke="none">
<circle cx="16" cy="9" r="3.4"/><circle cx="9.5" cy="14.5" r="3.4"/><circle cx="22.5" cy="14.5" r="3.4"/>
<circle cx="16" cy="20.5" r="3.4"/><circle cx="16" cy="27.5" r="2.8"/></g></svg>`;

const STYLE = `:root{color-scheme:light dark;--paper:#faf8f5;--card:#fff;--ink:#26202b;--muted:#655d6b;--line:#e3ddd6;--vine:#5b2a5e;
--code:#f1ece6}@media(prefers-color-scheme:dark){:root{--paper:#17141a;--card:#1f1b23;--ink:#ece7ef;--muted:#a79fae;
--line:#38323e;--vine:#d9a9dc;--code:#231e28}}*{box-sizing:border-box}html{scroll-padding-top:16px}body{margin:0;
font:16px/1.6 Inter,system-ui,sans-serif;color:var(--ink);background:var(--paper)}a{color:var(--vine);
text-underline-offset:2px}a:focus-visible,summary:focus-visible,pre:focus-visible,.wide:focus-visible{
outline:2px solid var(--vine);outline-offset:2px;border-radius:4px}.skip{position:absolute;inset-inline-start:-999px}
.skip:focus{inset-inline-start:16px;top:8px;background:var(--card);padding:8px}header{display:flex;align-items:center;
gap:8px;padding:12px max(24px,calc((100vw - 1072px)/2));border-bottom:1px solid var(--line)}
header a{display:flex;align-items:center;gap:8px;
min-height:44px;color:inherit;font-weight:600;text-decoration:none}header svg{color:var(--vine)}.frame{display:grid;
grid-template-columns:264px minmax(0,1fr);max-width:1120px;margin:0 auto}nav{padding:16px 24px 48px;font-size:14px;
border-inline-end:1px solid var(--line)}nav h2{font-size:12px;letter-spacing:.02em;color:var(--muted);margin:24px 0 4px;
font-weight:600}nav ul{list-style:none;margin:0;padding:0}nav li a{display:block;padding:8px;margin:0 -8px;border-radius:8px;
color:inherit;text-decoration:none;line-height:1.4}nav li a:hover{background:var(--code)}nav a[aria-current]{
background:var(--code);color:var(--vine);font-weight:600}nav summary{cursor:pointer;min-height:44px;display:flex;
align-items:center;font-weight:600}main{padding:24px 40px 80px;min-width:0}main>*{max-width:70ch}main>.wide,main>pre{
max-width:100%}h1{font-size:32px;line-height:1.2;margin:8px 0 24px;text-wrap:balance}h2{font-size:24px;line-height:1.3;
margin:48px 0 12px}h3{font-size:20px;line-height:1.3;margin:32px 0 8px}h4{font-size:16px;margin:24px 0 4px}code{
font:14px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--code);border-radius:4px;padding:1px 4px;
overflow-wrap:anywhere}pre{background:var(--code);border:1px solid var(--line);border-radius:8px;padding:16px;
overflow-x:auto}pre code{background:none;padding:0;overflow-wrap:normal}.wide{overflow-x:auto}table{border-collapse:collapse;
font-size:14px;width:100%}td,th{text-align:start;padding:8px 16px 8px 0;vertical-align:top;
border-bottom:1px solid var(--line);min-width:5em}blockquote{margin:16px 0;padding:0 16px;
border-inline-start:3px solid var(--line);color:var(--muted)}img{max-width:100%;height:auto;border:1px solid var(--line);
border-radius:8px}li{margin:4px 0}hr{border:0;border-top:1px solid var(--line);margin:32px 0}.here{font-size:14px;
border:1px solid var(--line);border-radius:8px;padding:12px 16px;margin-bottom:32px}.here ul{margin:4px 0 0;padding:0;
list-style:none;columns:2 16em}.here li{margin:0}.here a{display:block;padding:4px 0}.cards{display:grid;
grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px;list-style:none;padding:0;max-width:none}.cards a{
display:block;height:100%;padding:16px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:inherit;
text-decoration:none}.cards a:hover{border-color:var(--vine)}.cards strong{display:block;color:var(--vine)}.cards span{
font-size:14px;color:var(--muted)}.turn{display:flex;justify-content:space-between;gap:16px;flex-wrap:wrap;margin-top:64px;
border-top:1px solid var(--line);padding-top:16px}.turn a{padding:10px 0}@supports selector(::details-content){
@media(min-width:801px){nav details>summary{display:none}nav details::details-content{content-visibility:visible;
display:block}}}@media(max-width:800px){.frame{display:block}nav{border:0;border-bottom:1px solid var(--line);
padding:4px 16px}main{padding:16px 16px 64px}header{padding:8px 16px}h1{font-size:24px}h2{font-size:20px;margin-top:40px}h3{
font-size:16px}}`;

/** A document with the way to all others. */
export function docPage(tree: Tree, doc: Doc): string {
  const parts = doc.headings.filter((each) => each.level === 2);
  const here = parts.map((each) => `<li><a href="#${escapeHtml(each.id)}">${escapeHtml(each.text)}</a></li>`).join("\n");
  const toc = parts.length < 3 ? "" : `<div class="here"><strong>On this page</strong><ul>\n${here}\n</ul></div>\n`;
  const group = tree.groups.find((each) => each.docs.includes(doc))!;
  const at = group.docs.indexOf(doc);
  const turn = [group.docs[at - 1], group.docs[at + 1]].map((each, i) =>
    each === undefined
      ? "<span></span>"
      : `<a href="${each.path}">${i === 0 ? "← " : ""}${escapeHtml(each.title)}${i === 1 ? " →" : ""}</a>`,
  );
  return frame(tree, {
    title: doc.title,
    current: doc.path,
    body: `<h1>${escapeHtml(doc.title)}</h1>\n${toc}${doc.html}\n<p class="turn">${turn.join("")}</p>`,
  });
}

/** The way in: every document with its first sentence. */
export function indexPage(tree: Tree): string {
  const card = ({ path, title, about }: Pick<Doc, "path" | "title" | "about">): string =>
    `<li><a href="${path}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(about)}</span></a></li>`;
  const more = [
    { path: "/docs/api", title: "API", about: "Every endpoint with its fields and an example to paste." },
    { path: "/docs/errors", title: "Error codes", about: "The closed list that every answer's code is from." },
  ];
  const groups = tree.groups.map(({ name, docs }) => {
    const cards = [...docs, ...(name === "Reference" ? more : [])].map(card);
    return `<h2>${name}</h2>\n<ul class="cards">\n${cards.join("\n")}\n</ul>`;
  });
  return frame(tree, { title: "Grapevine's documents", current: "/docs", body: `<h1>Documents</h1>\n${groups.join("\n")}` });
}

function frame(tree: Tree, page: { title: string; current: string; body: string }): string {
  const item = (doc: Pick<Doc, "path" | "title">): string =>
    `<li><a href="${doc.path}"${doc.path === page.current ? ' aria-current="page"' : ""}>${escapeHtml(doc.title)}</a></li>`;
  const groups = tree.groups.map(({ name, docs }) => `<h2>${name}</h2>\n<ul>\n${docs.map(item).join("\n")}\n</ul>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · Grapevine</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#text">To the text</a>
<header><a href="/docs">${MARK}Grapevine documents</a></header>
<div class="frame">
<nav aria-label="All documents"><details><summary>All documents</summary>
${groups.join("\n")}
</details></nav>
<main id="text">
${page.body}
</main>
</div>
</body>
</html>
`;
}
