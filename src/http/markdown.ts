/**
 * The part of Markdown that this repository's own documents use, as HTML: headings, paragraphs, lists (nested by indentation), tables,
 * quotes, fenced code, rules, pictures; in a line code, **strong**, *stress* and links. Everything else is text: HTML in a document is
 * shown as it is written, and a comment is left out. Not for texts that strangers write.
 */
import { escapeHtml } from "./html.ts";

export type MarkdownOptions = {
  /** Where a link or picture of the document leads; null: it is shown as text. */
  resolve(target: string): string | null;
};
export type Heading = { level: number; id: string; text: string };
export type Rendered = { title: string; headings: Heading[]; html: string };

/** A document as HTML. The first heading of level 1 is its title and not part of the html. */
export function renderMarkdown(text: string, options: MarkdownOptions): Rendered {
  const out: Rendered = { title: "", headings: [], html: "" };
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[^]*?-->\n?/g, "")
    .split("\n");
  out.html = blocks(lines, { options, out, ids: new Set() }).join("\n");
  return out;
}

type Context = { options: MarkdownOptions; out: Rendered; ids: Set<string> };

const HEADING = /^(#{1,6}) +(.*?) *#*$/;
const FENCE = /^```([\w-]*)(.*)$/;
const ITEM = /^(\s*)([-*]|\d{1,3}\.) +(.*)$/;
const RULE = /^(-{3,}|\*{3,})$/;
const ROW = /^\|.*\|$/;

function blocks(lines: readonly string[], context: Context): string[] {
  const html: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.trim() === "") i++;
    else if (FENCE.test(line)) i = fence(lines, i, html);
    else if (HEADING.test(line) || RULE.test(line)) {
      html.push(RULE.test(line) ? "<hr>" : heading(line, context));
      i++;
    } else if (line.startsWith(">")) i = quote(lines, { from: i, html, context });
    else if (ROW.test(line) && isDivider(lines[i + 1])) i = table(lines, { from: i, html, context });
    else if (ITEM.test(line)) i = list(lines, { from: i, html, context });
    else i = paragraph(lines, { from: i, html, context });
  }
  return html.filter((each) => each !== "");
}

function fence(lines: readonly string[], from: number, html: string[]): number {
  const [, language = ""] = FENCE.exec(lines[from]!)!;
  const end = lines.findIndex((line, i) => i > from && line.trimEnd() === "```");
  const to = end < 0 ? lines.length : end;
  const code = lines.slice(from + 1, to).join("\n");
  const named = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
  // A block that scrolls must be reached by keyboard.
  html.push(`<pre tabindex="0"><code${named}>${escapeHtml(code)}</code></pre>`);
  return to + 1;
}

function heading(line: string, { options, out, ids }: Context): string {
  const [, marks = "", text = ""] = HEADING.exec(line)!;
  const plain = text.replace(/[`*]/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  if (marks.length === 1 && out.title === "") {
    out.title = plain;
    return "";
  }
  const base =
    plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "part";
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  ids.add(id);
  out.headings.push({ level: marks.length, id, text: plain });
  return `<h${marks.length} id="${escapeHtml(id)}">${inline(text, options)}</h${marks.length}>`;
}

type At = { from: number; html: string[]; context: Context };

function quote(lines: readonly string[], { from, html, context }: At): number {
  let to = from;
  while (to < lines.length && lines[to]!.startsWith(">")) to++;
  const inner = lines.slice(from, to).map((line) => line.replace(/^> ?/, ""));
  html.push(`<blockquote>${blocks(inner, context).join("\n")}</blockquote>`);
  return to;
}

function isDivider(line: string | undefined): boolean {
  return line !== undefined && /^\|(\s*:?-+:?\s*\|)+$/.test(line);
}

/** The cells of a row. A \| is no border, nor is one inside code. */
function cells(line: string): string[] {
  const parts = line.slice(1, -1).match(/(?:`[^`]*`|\\\||[^|])+|(?<=\|)(?=\|)/g) ?? [];
  return parts.map((each) => each.trim().replaceAll("\\|", "|"));
}

function table(lines: readonly string[], { from, html, context }: At): number {
  let to = from + 2;
  while (to < lines.length && ROW.test(lines[to]!)) to++;
  const row = (line: string, tag: string): string =>
    `<tr>${cells(line)
      .map((each) => `<${tag}>${inline(each, context.options)}</${tag}>`)
      .join("")}</tr>`;
  const body = lines.slice(from + 2, to).map((line) => row(line, "td"));
  html.push(
    `<div class="wide" tabindex="0"><table><thead>${row(lines[from]!, "th")}</thead><tbody>\n${body.join("\n")}\n</tbody></table></div>`,
  );
  return to;
}

/** Items of one depth; what is indented below an item belongs to it. */
function list(lines: readonly string[], { from, html, context }: At): number {
  const [, indent = "", mark = ""] = ITEM.exec(lines[from]!)!;
  const ordered = /\d/.test(mark);
  const items: string[] = [];
  let to = from;
  while (to < lines.length) {
    const match = ITEM.exec(lines[to]!);
    if (match === null || match[1] !== indent || /\d/.test(match[2]!) !== ordered) break;
    const width = indent.length + match[2]!.length + 1;
    const inner = [match[3]!];
    for (to++; to < lines.length && belongs(lines, { at: to, deeper: indent.length + 1 }); to++)
      inner.push(lines[to]!.replace(new RegExp(`^ {0,${width}}`), ""));
    const [first = "", ...rest] = blocks(inner, context);
    // An item of one paragraph is not set apart by paragraphs.
    items.push(`<li>${[first.replace(/^<p>([^]*)<\/p>$/, "$1"), ...rest].join("\n")}</li>`);
  }
  const tag = ordered ? "ol" : "ul";
  const start = ordered && mark !== "1." ? ` start="${Number.parseInt(mark, 10)}"` : "";
  html.push(`<${tag}${start}>\n${items.join("\n")}\n</${tag}>`);
  return to;
}

/** Whether a line continues an item: it is indented, or a blank line before one that is. */
function belongs(lines: readonly string[], { at, deeper }: { at: number; deeper: number }): boolean {
  const line = lines[at]!;
  if (line.trim() !== "") return line.search(/\S/) >= deeper;
  const next = lines.slice(at + 1).find((each) => each.trim() !== "");
  return next !== undefined && next.search(/\S/) >= deeper;
}

function paragraph(lines: readonly string[], { from, html, context }: At): number {
  const starts = (line: string): boolean =>
    line.trim() === "" || HEADING.test(line) || FENCE.test(line) || line.startsWith(">") || ROW.test(line) || ITEM.test(line);
  let to = from + 1;
  while (to < lines.length && !starts(lines[to]!)) to++;
  html.push(`<p>${inline(lines.slice(from, to).join("\n"), context.options)}</p>`);
  return to;
}

/** Code, a link or picture, **strong**, *stress*, an address. */
const MARKS = [
  /(`+)([^]*?[^`])\1(?!`)/,
  /(!?)\[((?:[^[\]`]|`[^`]*`)*)\]\(([^()\s]+)\)/,
  /\*\*([^*]+)\*\*/,
  /\*([^*\s](?:[^*]*[^*\s])?)\*/,
  /<(https?:\/\/[^\s<>]+)>/,
];
const INLINE = new RegExp(MARKS.map((each) => each.source).join("|"), "g");

/** One run of text. Whatever is no mark of ours is escaped. */
function inline(text: string, options: MarkdownOptions): string {
  let html = "";
  let last = 0;
  for (const match of text.matchAll(INLINE)) {
    html += escapeHtml(text.slice(last, match.index));
    last = match.index + match[0].length;
    const [whole, , code, picture, label, target, strong, stress, address] = match;
    if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (target !== undefined) html += linked({ picture: picture === "!", label: label ?? "", target }, options);
    else if (strong !== undefined) html += `<strong>${inline(strong, options)}</strong>`;
    else if (stress !== undefined) html += `<em>${inline(stress, options)}</em>`;
    else if (address !== undefined) html += linked({ picture: false, label: address, target: address }, options);
    else html += escapeHtml(whole);
  }
  return html + escapeHtml(text.slice(last));
}

function linked({ picture, label, target }: { picture: boolean; label: string; target: string }, options: MarkdownOptions): string {
  const to = options.resolve(target);
  // Only addresses of the web, of this site and of this page; a document cannot bring a script in.
  const safe = to !== null && /^(https?:\/\/|\/(?!\/)|#|mailto:)/.test(to) ? escapeHtml(to) : null;
  if (picture) return safe === null ? escapeHtml(label) : `<img src="${safe}" alt="${escapeHtml(label)}" loading="lazy">`;
  return safe === null ? inline(label, options) : `<a href="${safe}">${inline(label, options)}</a>`;
}
