/** Text into pages: what is filled into a template is escaped, unless it is HTML already. */

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Part = Html | string | number | null | undefined | false | readonly Part[];

/** html`<p>${anything}</p>`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((all, text, i) => all + textOf(parts[i - 1]) + text));
}

/** Text that is HTML by our own word. */
export function raw(text: string): Html {
  return new Html(text);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join("\n");
  return part === null || part === undefined || part === false
    ? ""
    : String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
