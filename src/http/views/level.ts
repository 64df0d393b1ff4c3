/** Where an advocate stands in a program's levels, as the API shows it. */
import { z } from "zod";
import { levels } from "../../core/program-levels.ts";
import { formatInstant } from "../../core/time.ts";
import type { LevelRow } from "../../store/levels.ts";
import { instant } from "../schemas.ts";

export const perk = z.object({ key: z.string(), name: z.string() });

export const ownLevel = z
  .object({
    key: z.string().nullable(),
    name: z.string().nullable(),
    since: instant.nullable(),
    points: z.int().describe("Earned within the window, when it was last looked at."),
    perks: z.array(perk),
    next: z.object({ key: z.string(), name: z.string(), from: z.int() }).nullable().describe("The level above."),
    notice: z
      .object({ at: instant, until: instant, level: z.string().nullable() })
      .nullable()
      .describe("She fell below her level and keeps it until then; `level` is where she fits now."),
  })
  .meta({ id: "OwnLevel" });

/** Null where the program has no levels. */
export function ownLevelView(definition: Record<string, unknown> | null, row: LevelRow | undefined): z.input<typeof ownLevel> | null {
  const own = levels.safeParse(definition?.["levels"]);
  if (!own.success) return null;
  const { steps } = own.data;
  const index = steps.findIndex((s) => s.key === row?.level);
  const next = steps[index + 1];
  return {
    key: steps[index]?.key ?? null,
    name: steps[index]?.name ?? null,
    since: row?.since == null ? null : formatInstant(row.since),
    points: row?.points ?? 0,
    perks: steps[index]?.perks ?? [],
    next: next === undefined ? null : { key: next.key, name: next.name, from: next.from },
    notice:
      row?.noticeAt == null || row.noticeDue === null
        ? null
        : { at: formatInstant(row.noticeAt), until: formatInstant(row.noticeDue), level: row.noticeLevel },
  };
}

export const levelChange = z
  .object({
    program: z.string(),
    at: instant,
    kind: z.enum(["reached", "notice", "kept", "lost"]),
    from: z.string().nullable(),
    to: z.string().nullable(),
    points: z.int(),
  })
  .meta({ id: "LevelChange" });
