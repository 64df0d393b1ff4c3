/**
 * Draws mails: one MJML layout, compiled once for each direction of writing, then filled in by Liquid. Values are never parsed: the
 * template is ours, every value is escaped where it is put in, and only own properties are reachable.
 */
import fs from "node:fs/promises";
import type { Liquid, Template } from "liquidjs";
import type { MailColours, MailContent } from "../core/messages/mail-content.ts";
import type { MailRenderer } from "../flow/ports.ts";

const LAYOUT = new URL("./mail/layout.mjml", import.meta.url);
/** MJML wants real colours and a width for corners: these stand for the brand's until the layout is compiled. */
const NAMES = ["paper", "ink", "muted", "primary", "on_primary", "line"] as const satisfies readonly (keyof MailColours)[];
const STAND_INS: readonly [RegExp, string][] = NAMES.flatMap((name, i) => [
  [new RegExp(`#0a0a0${i + 1}`, "g"), `{{ brand.light.${name} }}`],
  [new RegExp(`#0b0b0${i + 1}`, "g"), `{{ brand.dark.${name} }}`],
]);

type Dir = MailContent["dir"];

/** The layout's MJML for a direction of writing. */
export async function layoutSource(dir: Dir): Promise<string> {
  const [start, end] = dir === "ltr" ? ["left", "right"] : ["right", "left"];
  const source = await fs.readFile(LAYOUT, "utf8");
  return source.replaceAll("%dir%", dir).replaceAll("%start%", start).replaceAll("%end%", end);
}

/** MJML, checked strictly, as HTML. Throws with what is wrong. */
export async function compileMjml(source: string): Promise<string> {
  // Loaded when the first mail is drawn: it is large, and most processes draw none.
  const { default: mjml2html } = await import("mjml");
  // No fonts: a mail asks nobody for anything but the business's own logo.
  const { html, errors } = await mjml2html(source, { validationLevel: "strict", fonts: {}, keepComments: false });
  if (errors.length > 0) throw new Error(errors.map((each) => each.formattedMessage).join("\n"));
  return html;
}

/** The engine that fills in: escapes every output, reads no files, reaches own properties only, and ends early. */
export async function createLiquid(): Promise<Liquid> {
  const { Liquid } = await import("liquidjs");
  return new Liquid({
    outputEscape: "escape",
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    parseLimit: 200_000,
    renderLimit: 1_000,
    memoryLimit: 5_000_000,
  });
}

export function createMailRenderer(): MailRenderer {
  let liquid: Promise<Liquid> | undefined;
  const engine = (): Promise<Liquid> => (liquid ??= createLiquid());
  const compiled = new Map<Dir, Promise<Template[]>>();
  const compile = async (dir: Dir): Promise<Template[]> => {
    // MJML writes the direction of columns, "ltr", where sentences read it.
    const html = (await compileMjml(await layoutSource(dir))).replaceAll("direction:ltr", `direction:${dir}`);
    return (await engine()).parse(STAND_INS.reduce((text, [standIn, name]) => text.replace(standIn, name), html));
  };
  return {
    async render(content) {
      let template = compiled.get(content.dir);
      if (template === undefined) compiled.set(content.dir, (template = compile(content.dir)));
      return String(await (await engine()).render(await template, content));
    },
  };
}
