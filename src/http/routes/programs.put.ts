import { z } from "zod";
import { definition } from "../../core/program.ts";
import type { ProgramDefinition } from "../../core/program.ts";
import { draftProgram } from "../../flow/operate.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { showProgram } from "../program-shown.ts";
import { program } from "../views/program.ts";

const fromPreset = z
  .strictObject({ preset: z.string().max(64), name: z.string().min(1).max(120).optional() })
  .meta({ id: "ProgramFromPreset" });

export default endpoint({
  method: "PUT",
  path: "/v1/programs/:program",
  tag: "Programs",
  permission: "programs:write",
  summary: "Save a program's draft",
  description: "A definition, or the name of a preset. Nothing live changes before it is published. The answer holds what the linter says.",
  params: z.object({
    program: z.string().regex(/^[a-z][a-z0-9_-]{0,47}$/, "A key: lower-case letters, digits, - and _, starting with a letter, at most 48."),
  }),
  query: z.strictObject({
    revision: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .describe("The `revision` that this draft was made from, 0 for a new program: 409 `draft_changed` when another was saved since."),
  }),
  body: z.union([fromPreset, definition]),
  response: program,
  async handler({ params, query, body, caller, services, read, request }) {
    const draft =
      "preset" in body ? presetOf(services.presets, body, params.program) : ours(request.body as ProgramDefinition, params.program);
    await draftProgram(request.server.gv, byOf(caller), { definition: draft, revision: query.revision ?? null });
    return await read((workspaceId, db) => showProgram(workspaceId, db, { key: params.program, lint: services.lint }));
  },
});

/** The document as it was sent: defaults are filled in when it is read, so that what people see is what they wrote. */
function ours(document: ProgramDefinition, key: string): ProgramDefinition {
  if (document.key === key) return document;
  throw new Refusal("validation_failed", "The key in the document is not the one in the address.", {
    errors: [{ pointer: "/key", message: `Must be "${key}".`, code: "key_mismatch" }],
  });
}

function presetOf(
  presets: readonly ProgramDefinition[],
  wish: { preset: string; name?: string | undefined },
  key: string,
): ProgramDefinition {
  const found = presets.find((each) => each.kind === wish.preset || each.key === wish.preset);
  if (found !== undefined) return { ...structuredClone(found), key, name: wish.name ?? found.name };
  throw new Refusal("validation_failed", "There is no preset of that name.", {
    errors: [{ pointer: "/preset", message: `One of: ${presets.map((each) => each.key).join(", ")}.`, code: "unknown_preset" }],
  });
}
