/** Program definitions in TypeScript: the editor completes and checks what `grapevine program check` validates. */
import type { ProgramDefinition } from "./program.gen.ts";

export type * from "./program.gen.ts";

/** A file's default export: `export default defineProgram({ key: "friends", ... })`. Returns what it was given. */
export function defineProgram(definition: ProgramDefinition): ProgramDefinition {
  return definition;
}
