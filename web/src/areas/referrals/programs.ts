/** Programs as filters and boards need them. */
import { useQuery } from "@tanstack/react-query";
import { type Row, read } from "../../api/query.ts";

export type Program = Row<"/v1/programs">;
export type Stage = { key: string; name: string; byHand: boolean };
type Definition = {
  name?: string;
  kind?: string;
  stages?: (string | { key: string; name?: string; on?: unknown })[];
  case?: { due?: Record<string, string> };
  exchange?: object;
  claims?: { subject?: string; lost?: string[] };
  rewards?: { key: string; when?: unknown; to?: unknown }[];
  qualifies_at?: string;
};

/** Published programs, and those that are ended: what has a past is still looked at. */
export function usePrograms() {
  return useQuery({ ...read("/v1/programs", { query: { limit: 200 } }), staleTime: 60_000 });
}

export const definitionOf = (program: Program): Definition => (program.definition ?? program.draft ?? {}) as Definition;
export const nameOf = (program: Program): string => definitionOf(program).name ?? program.key;

/** Stages in their order. `byHand`: an operator, or a system of the business, says that it was reached. */
export function stagesOf(program: Program): Stage[] {
  return (definitionOf(program).stages ?? []).map((stage) => {
    if (typeof stage === "string") return { key: stage, name: titled(stage), byHand: false };
    return { key: stage.key, name: stage.name ?? titled(stage.key), byHand: stage.on === "stage" };
  });
}

function titled(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
