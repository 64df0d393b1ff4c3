/** What stands on time lines, as the API shows it. */
import { z } from "zod";
import { HAPPENINGS, type Happening } from "../../core/analytics/annotations.ts";
import { dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { AnnotationRow } from "../../store/annotations.ts";
import type { ProgramRow } from "../../store/programs.ts";
import { day } from "../report-ask.ts";
import { instant } from "../schemas.ts";

export const annotation = z
  .object({
    id: z.string().nullable().describe("Of a note. Null: what happened by itself."),
    day,
    at: instant.nullable().describe("Of what happened by itself."),
    kind: z.enum(["note", ...HAPPENINGS]).describe("version: a later one came into force. bonus_began, bonus_ended: a bonus window."),
    program: z.string().nullable().describe("Its key. Null: a note about everything."),
    program_name: z.string().nullable(),
    version: z.int().nullable(),
    bonus: z.string().nullable().describe("The bonus window's key."),
    note: z.string().nullable().describe("What an operator wrote."),
    created_by: z.string().nullable(),
  })
  .meta({ id: "Annotation" });

export type AnnotationView = z.input<typeof annotation>;
type Names = ReadonlyMap<string, ProgramRow>;

const named = (programs: Names, id: string | null): Pick<AnnotationView, "program" | "program_name"> => {
  const found = id === null ? undefined : programs.get(id);
  const name = found?.live?.["name"] ?? found?.draft?.["name"];
  return { program: found?.key ?? null, program_name: typeof name === "string" ? name : (found?.key ?? null) };
};

export function noteView(row: AnnotationRow, programs: Names): AnnotationView {
  const { note, created_by } = row;
  const own = { id: externalId("ano", row.id), day: dayText(row.day), at: null, kind: "note" as const };
  return { ...own, ...named(programs, row.program_id), version: null, bonus: null, note, created_by };
}

export function happeningView(of: Happening, programs: Names, dayOf: (at: number) => number): AnnotationView {
  const own = { id: null, day: dayText(dayOf(of.at)), at: formatInstant(of.at), kind: of.kind };
  return { ...own, ...named(programs, of.program_id), version: of.version, bonus: of.bonus ?? null, note: null, created_by: null };
}
