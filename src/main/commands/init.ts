import { need, text } from "../args.ts";
import type { Command } from "../args.ts";
import { refusing } from "../app.ts";
import { publishPreset } from "../preset-program.ts";
import { withApp } from "../with-app.ts";

/** What tests and scripts use to get a workspace: everything they need comes as one JSON document. Keys are shown this once. */
export const command: Command = {
  options: {
    workspace: { type: "string", value: "slug", help: "Its short name, in links too: lower-case letters, digits, hyphens. Needed." },
    name: { type: "string", value: "text", help: "Its name as people read it; the slug by default." },
    zone: { type: "string", value: "zone", help: "Time zone of its days and months, such as Europe/Berlin; UTC by default." },
    preset: { type: "string", value: "key", help: "Also publish this preset as a program, such as direct or two_way." },
  },
  examples: [
    "grapevine init --workspace acme --json",
    "grapevine init --workspace acme --name 'Acme Ltd' --zone Europe/Berlin --preset two_way",
  ],
  async run({ values, out }) {
    const slug = need(values, "workspace");
    const preset = text(values, "preset");
    const zone = text(values, "zone");
    const name = text(values, "name");
    await withApp(async (app) => {
      const { createWorkspace } = await import("../../flow/create-workspace.ts");
      const wish = { slug, ...(zone === undefined ? {} : { zone }), ...(name === undefined ? {} : { name }) };
      const made = await refusing(createWorkspace(app.parts, wish));
      const program = preset === undefined ? undefined : await publishPreset(app, { workspaceId: made.workspaceId, preset });
      const link = `${app.url}/sign-in/${made.signInToken}`;
      const value = {
        workspace: made.slug, url: app.url, secret_key: made.secretKey, publishable_key: made.publishableKey, test_key: made.testKey,
        sign_in_link: link, ...(program === undefined ? {} : { program }),
      };
      out.result(value, [
        `The workspace "${made.slug}" is made. Its keys are shown this once; keep them:`, "",
        `  secret       ${made.secretKey}`, `  publishable  ${made.publishableKey}`, `  sandbox      ${made.testKey}`, "",
        `Sign in once (within an hour, while the server runs): ${link}`,
        ...(program === undefined ? [] : [`The program "${program}" is live.`]),
      ].join("\n"));
    });
  },
};
