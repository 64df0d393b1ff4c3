/** Program definitions in files: JSON, or TypeScript and JavaScript whose default export is the definition. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { definition } from "../core/program.ts";
import type { Program, ProgramDefinition } from "../core/program.ts";
import { CommandFailed } from "./args.ts";

/** Reads and validates. Throws CommandFailed (`definition_invalid`) with a pointer and a message for every bad field. */
export async function loadDefinition(file: string): Promise<ProgramDefinition> {
  const document = await readDocument(file);
  validDefinition(document, file);
  return document as ProgramDefinition;
}

/** The definition with its defaults filled in, or CommandFailed with every bad field. */
export function validDefinition(document: unknown, where: string): Program {
  const parsed = definition.safeParse(document);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(""), message: issue.message, code: issue.code,
  }));
  const lines = errors.map((each) => `  ${each.pointer === "" ? "/" : each.pointer}: ${each.message}`);
  throw new CommandFailed([`${where} is no valid program definition:`, ...lines].join("\n"), "definition_invalid", { errors });
}

async function readDocument(file: string): Promise<unknown> {
  const full = path.resolve(file);
  if (!fs.existsSync(full)) throw new CommandFailed(`There is no file ${file}.`, "file_missing");
  if (file.endsWith(".json")) {
    try {
      return JSON.parse(fs.readFileSync(full, "utf8")) as unknown;
    } catch (error) {
      throw new CommandFailed(`${file} is not JSON: ${(error as Error).message}`, "definition_invalid");
    }
  }
  if (!/\.(ts|mts|js|mjs)$/.test(file)) throw new CommandFailed(`${file}: use .json, .ts or .js.`, "definition_invalid");
  try {
    const module = (await import(pathToFileURL(full).href)) as { default?: unknown };
    if (module.default !== undefined) return module.default;
  } catch (error) {
    throw new CommandFailed(`${file} cannot be loaded: ${(error as Error).message}`, "definition_invalid");
  }
  throw new CommandFailed(`${file} has no default export: write export default defineProgram({ ... }).`, "definition_invalid");
}
