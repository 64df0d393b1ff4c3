/**
 * Compiles the layout of mails, src/adapters/mail/layout.mjml, to what the product fills in: an HTML file for each direction of writing.
 * Here and not when the first mail is drawn: to load MJML took every process that sends mail half a second of a processor and 100 MB.
 */
import fs from "node:fs";
import path from "node:path";
import mjml2html from "mjml";
import type { MailColours, MailContent } from "../src/core/messages/mail-content.ts";

const FOLDER = "src/adapters/mail";
/** MJML wants real colours: these stand for the brand's until the layout is compiled. */
const NAMES = ["paper", "ink", "muted", "primary", "on_primary", "line"] as const satisfies readonly (keyof MailColours)[];
const STAND_INS: readonly [RegExp, string][] = NAMES.flatMap((name, i) => [
  [new RegExp(`#0a0a0${i + 1}`, "g"), `{{ brand.light.${name} }}`],
  [new RegExp(`#0b0b0${i + 1}`, "g"), `{{ brand.dark.${name} }}`],
]);

type Dir = MailContent["dir"];

/** The layout's MJML for a direction of writing. */
export function layoutSource(dir: Dir, root: string): string {
  const [start, end] = dir === "ltr" ? ["left", "right"] : ["right", "left"];
  const source = fs.readFileSync(path.join(root, FOLDER, "layout.mjml"), "utf8");
  return source.replaceAll("%dir%", dir).replaceAll("%start%", start).replaceAll("%end%", end);
}

/** MJML, checked strictly, as HTML. Throws with what is wrong. */
export async function compileMjml(source: string): Promise<string> {
  // No fonts: a mail asks nobody for anything but the business's own logo.
  const { html, errors } = await mjml2html(source, { validationLevel: "strict", fonts: {}, keepComments: false });
  if (errors.length > 0) throw new Error(errors.map((each) => each.formattedMessage).join("\n"));
  return html;
}

/** What lies beside the MJML, by file (from the root): templates of Liquid. */
export async function mailLayouts(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const dir of ["ltr", "rtl"] as const) {
    // MJML writes the direction of columns, "ltr", where sentences read it.
    const html = (await compileMjml(layoutSource(dir, root))).replaceAll("direction:ltr", `direction:${dir}`);
    files.set(
      `${FOLDER}/layout.${dir}.html`,
      STAND_INS.reduce((text, [standIn, name]) => text.replace(standIn, name), html),
    );
  }
  return files;
}
