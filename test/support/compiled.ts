/** A compiled program for tests of the core: a stage reached by purchases, and whatever the test is about. */
import type { Compiled } from "../../src/core/compiled.ts";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { compileProgram } from "../../src/core/rules/compile.ts";

export function compiled(change: Partial<ProgramDefinition>): Compiled {
  const small = { key: "p", kind: "direct", name: "P", stages: ["order"], qualifies_at: "order", destination: "https://shop.example/" };
  return compileProgram(definition.parse({ ...small, ...change }), { id: "p", version: 1 });
}
