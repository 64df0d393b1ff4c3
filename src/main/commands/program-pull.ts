import fs from "node:fs";
import { CommandFailed, text } from "../args.ts";
import type { Command } from "../args.ts";
import { REMOTE_OPTIONS, asking, remoteClient } from "../remote.ts";

/** Writes what is live (or the draft) to a file, or to standard output. */
export const command: Command = {
  words: [{ name: "program", help: "The program's key." }],
  options: {
    ...REMOTE_OPTIONS,
    draft: { type: "boolean", help: "The draft instead of what is live." },
    out: { type: "string", value: "file", help: "Where to write it: .json, or .ts for defineProgram. Standard output by default." },
  },
  examples: ["GRAPEVINE_KEY=gv_live_... grapevine program pull friends --out programs/friends.ts"],
  async run({ values, words, out }) {
    const key = words[0] ?? "";
    const program = await asking(remoteClient(values).programs.get(key));
    const definition = values.draft === true ? program.draft : program.definition;
    const missing = values.draft === true ? "draft" : "published version: try --draft";
    if (definition === null) throw new CommandFailed(`${key} has no ${missing}.`, "nothing_to_pull");
    const json = JSON.stringify(definition, null, 2);
    const file = text(values, "out");
    if (file === undefined) {
      out.result(definition, json);
      return;
    }
    const typescript = `import { defineProgram } from "@grapevine/sdk";\n\nexport default defineProgram(${json});\n`;
    fs.writeFileSync(file, /\.m?ts$/.test(file) ? typescript : `${json}\n`);
    out.result({ program: key, file, version: program.version }, `${key} is written to ${file}.`);
  },
};
