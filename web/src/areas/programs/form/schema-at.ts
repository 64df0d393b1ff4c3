/**
 * What the program's schema says of a place: what leaving it out means, and its bounds. The schema is made of src/core/program.ts; the form
 * says nothing of its own about shapes. Words of choices are records over the generated types, so that a new choice asks for its words.
 */
import type { components } from "@grapevine/sdk";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { read } from "../../../api/query.ts";
import { nodesAt } from "../document/schema.ts";
import { type Json, type Path, pointerOf } from "../draft/path.ts";

export type Definition = components["schemas"]["ProgramDefinition"];
/** A part of a definition that may be left out, as it is when it is there. */
export type PartOf<K extends keyof Definition> = NonNullable<Definition[K]>;
export type Option = { value: string; label: string };

/** `unset`: what a place that is left out means; undefined where that is nothing. */
export type SchemaAt = { unset: unknown; min: number | undefined; max: number | undefined };

export const schemaRead = () => ({ ...read("/schemas/program.json"), staleTime: Infinity });

export function useSchemaAt(at: Path): SchemaAt {
  const { data } = useQuery(schemaRead());
  const pointer = pointerOf(at);
  return useMemo(() => {
    const nodes = data === undefined ? [] : nodesAt(data as Json, at);
    const first = (name: string): unknown => nodes.find((each) => name in each)?.[name];
    const [min, max] = [first("minimum"), first("maximum")];
    return { unset: first("default"), min: typeof min === "number" ? min : undefined, max: typeof max === "number" ? max : undefined };
  }, [data, pointer]);
}

/** The choices of a place, in the order of their words. The type demands each that the schema has. */
export const optionsOf = <K extends string>(words: Record<K, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: label as string }));
