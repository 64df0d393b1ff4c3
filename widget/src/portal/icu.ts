/**
 * ICU messages as far as the words of the portal go: values, numbers, plural, selectordinal and select, nested, with quotes. The server
 * formats with intl-messageformat; this is a hundredth of its size, and a test holds the two against each other.
 */
export type Values = Record<string, string | number>;

type Choice = { kind: "plural" | "selectordinal" | "select"; name: string; offset: number; options: Map<string, Part[]> };
type Part = string | { kind: "value"; name: string } | { kind: "number"; name: string } | { kind: "hash" } | Choice;
type Cursor = { text: string; at: number; inPlural: boolean };

const parsed = new Map<string, Part[]>();

/** The message with its values filled in. A value that is missing leaves its place empty. */
export function format(message: string, values: Values, locale: string): string {
  let parts = parsed.get(message);
  if (parts === undefined) parsed.set(message, (parts = parse({ text: message, at: 0, inPlural: false })));
  return join(parts, { values, locale, count: 0 });
}

type Scope = { values: Values; locale: string; count: number };

function join(parts: readonly Part[], scope: Scope): string {
  return parts.map((part) => (typeof part === "string" ? part : fill(part, scope))).join("");
}

function fill(part: Exclude<Part, string>, scope: Scope): string {
  const number = new Intl.NumberFormat(scope.locale);
  if (part.kind === "hash") return number.format(scope.count);
  const value = scope.values[part.name];
  if (part.kind === "value") return typeof value === "number" ? number.format(value) : (value ?? "");
  if (part.kind === "number") return number.format(Number(value));
  if (part.kind === "select") return join(part.options.get(String(value)) ?? part.options.get("other") ?? [], scope);
  const count = Number(value) - part.offset;
  const type = part.kind === "plural" ? "cardinal" : "ordinal";
  const exact = part.options.get(`=${Number(value)}`);
  const chosen = exact ?? part.options.get(new Intl.PluralRules(scope.locale, { type }).select(count)) ?? part.options.get("other");
  return join(chosen ?? [], { ...scope, count });
}

function parse(cursor: Cursor): Part[] {
  const parts: Part[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") parts.push(text);
    text = "";
  };
  while (cursor.at < cursor.text.length) {
    const char = cursor.text[cursor.at]!;
    if (char === "}") break;
    if (char === "'") text += quoted(cursor);
    else if (char === "{" || (char === "#" && cursor.inPlural)) {
      flush();
      parts.push(char === "#" ? hash(cursor) : argument(cursor));
    } else {
      text += char;
      cursor.at++;
    }
  }
  flush();
  return parts;
}

function hash(cursor: Cursor): Part {
  cursor.at++;
  return { kind: "hash" };
}

/** `''` is an apostrophe; `'{...'` is taken as it stands up to the next apostrophe; any other apostrophe is itself. */
function quoted(cursor: Cursor): string {
  const next = cursor.text[cursor.at + 1];
  if (next === "'") {
    cursor.at += 2;
    return "'";
  }
  if (next !== "{" && next !== "}" && !(next === "#" && cursor.inPlural)) {
    cursor.at++;
    return "'";
  }
  let out = "";
  for (cursor.at++; cursor.at < cursor.text.length; cursor.at++) {
    if (cursor.text[cursor.at] !== "'") out += cursor.text[cursor.at];
    else if (cursor.text[cursor.at + 1] === "'") {
      out += "'";
      cursor.at++;
    } else break;
  }
  cursor.at++;
  return out;
}

function argument(cursor: Cursor): Part {
  const name = word(cursor, 1);
  if (cursor.text[cursor.at] === "}") {
    cursor.at++;
    return { kind: "value", name };
  }
  const kind = word(cursor, 1);
  if (kind !== "plural" && kind !== "select" && kind !== "selectordinal") {
    cursor.at = cursor.text.indexOf("}", cursor.at) + 1;
    return { kind: "number", name };
  }
  cursor.at++;
  return choice(cursor, { kind, name, offset: 0, options: new Map() });
}

function choice(cursor: Cursor, made: Choice): Choice {
  for (;;) {
    const key = word(cursor, 0);
    if (key.startsWith("offset:")) made.offset = Number(key.slice(7));
    else if (key === "") {
      cursor.at++;
      return made;
    } else {
      const inner = { text: cursor.text, at: cursor.at + 1, inPlural: made.kind !== "select" || cursor.inPlural };
      made.options.set(key, parse(inner));
      cursor.at = inner.at + 1;
    }
  }
}

/** The next word after `skip` characters, up to a comma, a brace or a space; the cursor stands on what follows the spaces. */
function word(cursor: Cursor, skip: number): string {
  const found = /^\s*([^\s,{}]*)\s*/.exec(cursor.text.slice(cursor.at + skip))!;
  cursor.at += skip + found[0].length;
  return found[1]!;
}
