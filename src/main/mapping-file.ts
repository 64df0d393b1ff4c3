/** The mapping of an import: from a preset or a file, with what the command line says on top. */
import fs from "node:fs";
import { mapping, parseShortMap } from "../core/ingest/mapping.ts";
import type { Mapping, MappingInput } from "../core/ingest/mapping.ts";
import { CommandFailed, UsageError, list, text } from "./args.ts";
import type { Option, Values } from "./args.ts";

/** Mappings that come with Grapevine, by name. */
const PRESETS: Readonly<Record<string, URL>> = {
  "online-retail": new URL("../../examples/real-orders/mapping.json", import.meta.url),
};

export const MAPPING_OPTIONS: Readonly<Record<string, Option>> = {
  map: {
    type: "string", value: "field=column,...", multiple: true,
    help: "Which column fills which field; a template: id=order-{no}; a constant: order.currency==EUR.",
  },
  mapping: { type: "string", value: "file", help: "A mapping as JSON: set, rules, zone, currency, dates." },
  preset: { type: "string", value: "name", help: `A mapping that comes with Grapevine: ${Object.keys(PRESETS).join(", ")}.` },
  type: { type: "string", value: "type", help: "The events' type; purchase by default." },
  currency: { type: "string", value: "code", help: "Of amounts in rows that name none, such as GBP." },
  zone: { type: "string", value: "zone", help: "Of dates without an offset, such as Europe/London; UTC by default." },
  dates: { type: "string", value: "form", help: "iso (default), dmy, mdy, unix or unix_ms." },
  decimal: { type: "string", value: "sign", help: "The decimal sign: . (default) or a comma." },
};

/** Throws UsageError when there is no mapping at all, CommandFailed (`mapping_invalid`) with every bad field. */
export function readMapping(values: Values): Mapping {
  const base = baseMapping(values);
  const short = parseShortMap(list(values, "map"));
  if ("problem" in short) throw new UsageError(`--map: ${short.problem}.`);
  const over: Record<string, string> = {};
  for (const name of ["type", "currency", "zone", "dates", "decimal"]) {
    const value = text(values, name);
    if (value !== undefined) over[name] = value;
  }
  const document = { ...base, ...over, set: { ...base.set, ...short.set } };
  if (Object.keys(document.set).length === 0) throw new UsageError("A mapping is needed: --map, --mapping or --preset.");
  const parsed = mapping.safeParse(document);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ pointer: path.map((part) => `/${String(part)}`).join(""), message }));
  const lines = errors.map((each) => `  ${each.pointer}: ${each.message}`);
  throw new CommandFailed(["The mapping cannot be used:", ...lines].join("\n"), "mapping_invalid", { errors });
}

function baseMapping(values: Values): MappingInput {
  const preset = text(values, "preset");
  const file = text(values, "mapping");
  if (preset !== undefined && file !== undefined) throw new UsageError("Give --mapping or --preset, not both.");
  if (preset === undefined && file === undefined) return {};
  const source = preset === undefined ? file ?? "" : Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
  if (source === undefined) throw new UsageError(`There is no mapping "${preset}". There are ${Object.keys(PRESETS).join(", ")}.`);
  try {
    return JSON.parse(fs.readFileSync(source, "utf8")) as MappingInput;
  } catch (error) {
    throw new CommandFailed(`The mapping ${String(source)} cannot be read: ${(error as Error).message}`, "mapping_invalid");
  }
}
