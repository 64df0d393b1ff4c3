/** Questions from people's own side, as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { HelpRow } from "../../store/portal-forms.ts";
import { instant } from "../schemas.ts";

export const helpKind = z.enum(["ticket", "feedback"]);
export const helpState = z.enum(["open", "waiting", "answered", "closed", "new", "planned", "done"]);

export const help = z
  .object({
    id: z.string(),
    person: z.string(),
    program: z.string().nullable(),
    topic: z.string(),
    text: z.string(),
    page: z.string().nullable().describe("Where she was when she asked."),
    at: instant,
    answer: z.string().nullable(),
    answered_at: instant.nullable(),
    kind: helpKind,
    state: helpState.describe("Of a question: open, waiting, answered, closed. Of feedback: new, planned, done."),
    assigned: z.string().nullable().describe("The operator who looks after it."),
    tags: z.array(z.string()),
    score: z.int().nullable().describe("How easy it was, 1 to 5, where she said so."),
  })
  .meta({ id: "HelpQuestion" });

export function helpView(row: HelpRow): z.input<typeof help> {
  const { program, topic, text, page, answer } = row;
  return {
    id: externalId("hlp", row.id),
    person: externalId("per", row.person_id),
    program,
    topic,
    text,
    page,
    at: formatInstant(row.at),
    answer,
    answered_at: row.answered_at === null ? null : formatInstant(row.answered_at),
    kind: row.kind,
    state: row.state,
    assigned: row.assigned,
    tags: row.tags,
    score: row.score,
  };
}
