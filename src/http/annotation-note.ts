/** A note of an operator's about a day, as it is asked for and as it is answered. */
import { z } from "zod";
import { dayNumber } from "../core/analytics/report-period.ts";
import type { NoteWish } from "../flow/reports/annotations.ts";
import { Refusal, notFound } from "../flow/refusal.ts";
import { readAnnotation } from "../store/annotations.ts";
import type { Client } from "../store/db.ts";
import { findProgram } from "./lookup.ts";
import { day, readPrograms } from "./report-ask.ts";
import { type AnnotationView, noteView } from "./views/annotation.ts";

export const noteFields = {
  day,
  note: z.string().trim().min(1).max(200),
  program: z.string().max(64).nullish().describe("The program's key. Null: about everything."),
};

/** Refuses `validation_failed` for a day that is none, `not_found` for a program. */
export async function wishOf(
  workspaceId: string,
  db: Client,
  wish: { day: string; note: string; program?: string | null | undefined },
): Promise<NoteWish> {
  const number = dayNumber(wish.day);
  if (number === null)
    throw new Refusal("validation_failed", "There is no such day.", {
      errors: [{ pointer: "/day", message: "There is no such day.", code: "invalid" }],
    });
  const programId = wish.program == null ? null : (await findProgram(workspaceId, db, wish.program)).id;
  return { day: number, programId, note: wish.note };
}

/** A note as it is now. */
export async function readNote(workspaceId: string, db: Client, id: string): Promise<AnnotationView> {
  const row = await readAnnotation(workspaceId, db, id);
  if (row === null) throw notFound("annotation");
  const programs = await readPrograms(workspaceId, db, undefined);
  return noteView(row, new Map(programs.map((each) => [each.id, each])));
}
