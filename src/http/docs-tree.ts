/** The documents of this repository as pages under /docs: which there are, what each is called, and where a link between two leads. */
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { renderMarkdown } from "./markdown.ts";
import type { Heading } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export type Doc = { path: string; title: string; about: string; headings: Heading[]; html: string };
export type Group = { name: string; docs: Doc[] };
export type Tree = { groups: Group[]; byPath: Map<string, Doc>; pictures: Map<string, string> };

/** Guides in the order in which they are read; whatever else is in the folder comes behind, by name. */
const GUIDES = ["first-program", "ten-minutes", "snippet", "embed-the-portal", "embeds", "brand-it", "apps", "hosting"];
/** Documents that do not lie under docs/. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "ARCHITECTURE.md": "architecture",
  "GLOSSARY.md": "glossary",
  "CHANGELOG.md": "changelog",
  "sdk/README.md": "sdk",
  "examples/shop/README.md": "example-shop",
};
const GROUPS: readonly [name: string, has: (file: string) => boolean][] = [
  ["Guides", (file) => file.startsWith("docs/guide/") || file === "examples/shop/README.md"],
  ["Kinds of programs", (file) => file.startsWith("docs/kinds/")],
  ["Reference", (file) => /^docs\/[^/]+$/.test(file) || ["sdk/README.md", "GLOSSARY.md", "CHANGELOG.md"].includes(file)],
  ["How it is built", () => true],
];
const PICTURE = /\.(png|webp|svg|jpg)$/;

let loading: Promise<Tree> | undefined;

/** Reads and renders everything once in a process. */
export function loadDocs(): Promise<Tree> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Tree> {
  const below = (await fs.readdir(path.join(ROOT, "docs"), { recursive: true })).map((name) => `docs/${name.replaceAll("\\", "/")}`);
  const files = [...below.filter((name) => name.endsWith(".md")), ...Object.keys(ELSEWHERE)];
  const addresses = new Map(files.map((file) => [file, addressOf(file)] as const));
  const pictures = new Map(below.filter((name) => PICTURE.test(name)).map((name) => [`/${name}`, path.join(ROOT, name)] as const));
  const read = async (file: string): Promise<[string, Doc] | null> => {
    const text = await fs.readFile(path.join(ROOT, file), "utf8").catch(() => null);
    return text === null ? null : [file, docOf(file, { text, addresses, pictures })];
  };
  const docs = (await Promise.all(files.map(read))).filter((each) => each !== null);
  const groups: Group[] = GROUPS.map(([name]) => ({ name, docs: [] }));
  for (const [file, doc] of docs.sort(([a], [b]) => rank(a).localeCompare(rank(b))))
    groups[GROUPS.findIndex(([, has]) => has(file))]!.docs.push(doc);
  return { groups, byPath: new Map(docs.map(([, doc]) => [doc.path, doc])), pictures };
}

/** "docs/guide/hosting.md" is at /docs/guide/hosting. */
function addressOf(file: string): string {
  return `/docs/${ELSEWHERE[file] ?? file.slice("docs/".length, -".md".length)}`;
}

function rank(file: string): string {
  const name = path.basename(file, ".md");
  const place = file.startsWith("docs/guide/") ? GUIDES.indexOf(name) : -1;
  return `${place < 0 ? "z" : String(place).padStart(2, "0")} ${file}`;
}

type Source = { text: string; addresses: ReadonlyMap<string, string>; pictures: ReadonlyMap<string, string> };

function docOf(file: string, { text, addresses, pictures }: Source): Doc {
  const resolve = (target: string): string | null => {
    if (/^(https?:|mailto:|#|\/)/.test(target)) return target;
    const [to = "", hash] = target.split("#", 2);
    const other = path.posix.join(path.posix.dirname(file), to);
    const found = addresses.get(other) ?? (pictures.has(`/${other}`) ? `/${other}` : null);
    return found === null || hash === undefined ? found : `${found}#${hash}`;
  };
  const { title, headings, html } = renderMarkdown(text, { resolve });
  return { path: addresses.get(file)!, title: title === "" ? file : title, about: firstSentence(text), headings, html };
}

/** What a document says of itself first, as plain text. */
function firstSentence(text: string): string {
  const first = text.split(/\n{2,}/).find((part) => /^[\p{L}`*[]/u.test(part)) ?? "";
  const plain = first
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s+/g, " ");
  return /^.{20,200}?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, ".") ?? plain.slice(0, 160);
}
