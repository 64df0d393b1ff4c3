/**
 * What stays of a business's own HTML: words, pictures over https, links, and our form. Nothing that runs, loads, frames or posts
 * elsewhere. The page's policy forbids the same again.
 */
import sanitizeHtml from "sanitize-html";
import { SLOT_PATTERN, slot } from "../core/page.ts";

const TAGS = [
  "a",
  "abbr",
  "article",
  "aside",
  "b",
  "bdi",
  "blockquote",
  "br",
  "caption",
  "center",
  "cite",
  "code",
  "col",
  "colgroup",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "em",
  "figcaption",
  "figure",
  "footer",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "i",
  "img",
  "li",
  "main",
  "mark",
  "nav",
  "ol",
  "p",
  "s",
  "section",
  "small",
  "span",
  "strong",
  "sub",
  "summary",
  "sup",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "time",
  "tr",
  "u",
  "ul",
];

/** Slots that are addresses: the only ones that may stand in an address, and then alone. */
const ADDRESSES: ReadonlySet<string> = new Set((["go", "claim", "here", "terms", "url"] as const).map(slot));
/** A slot in an attribute other than an address is text. These are markup and belong between tags. */
const NOT_IN_ATTRIBUTES = [slot("face"), slot("own"), slot("action")];

const holdsSlot = (value: string): boolean => value.search(SLOT_PATTERN) >= 0;

/** Attributes as they may stand: an address holds a slot that is one, or none. */
function guarded(tagName: string, attribs: Record<string, string>): { tagName: string; attribs: Record<string, string> } {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attribs)) {
    const isAddress = name === "href" || name === "src";
    if (isAddress && holdsSlot(value) && !ADDRESSES.has(value)) continue;
    if (NOT_IN_ATTRIBUTES.some((each) => value.includes(each))) continue;
    kept[name] = value;
  }
  if (tagName === "a") kept["rel"] = "noopener noreferrer";
  return { tagName, attribs: kept };
}

/** HTML without anything that could run, load from a stranger over http, or send a form. Slots stay. */
export function sanitised(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      "*": ["class", "id", "lang", "dir", "title", "role", "aria-label", "aria-hidden", "aria-labelledby", "aria-describedby"],
      a: ["href", "target", "rel"],
      img: ["src", "alt", "width", "height", "loading"],
      time: ["datetime"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan", "scope"],
      ol: ["start", "type"],
      details: ["open"],
    },
    allowedSchemes: ["https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["https"] },
    allowedSchemesAppliedToAttributes: ["href", "src"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    transformTags: { "*": guarded },
  });
}
