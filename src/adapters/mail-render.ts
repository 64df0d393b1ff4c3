/**
 * Draws mails: one layout for each direction of writing (mail/layout.mjml, compiled by scripts/mail-layout.ts), filled in by Liquid. Values
 * are never parsed: the template is ours, every value is escaped where it is put in, and only own properties are reachable.
 */
import fs from "node:fs/promises";
import type { Liquid, Template } from "liquidjs";
import type { MailContent } from "../core/messages/mail-content.ts";
import type { MailRenderer } from "../flow/ports.ts";

const LAYOUTS = new URL("./mail/", import.meta.url);
type Dir = MailContent["dir"];

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
  const parsed = new Map<Dir, Promise<Template[]>>();
  const parse = async (dir: Dir): Promise<Template[]> => {
    const html = await fs.readFile(new URL(`layout.${dir}.html`, LAYOUTS), "utf8");
    return (await engine()).parse(html);
  };
  return {
    async render(content) {
      let template = parsed.get(content.dir);
      if (template === undefined) parsed.set(content.dir, (template = parse(content.dir)));
      return String(await (await engine()).render(await template, content));
    },
  };
}
