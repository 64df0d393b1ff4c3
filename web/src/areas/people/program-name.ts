/** A program's name, else its key. */
export function programName(program: { key: string; definition?: unknown; draft?: unknown }): string {
  const document = (program.definition ?? program.draft) as { name?: unknown } | null | undefined;
  return typeof document?.name === "string" ? document.name : program.key;
}
