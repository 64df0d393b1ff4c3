/** Pause, resume and end are one change with three names. */
import type { z } from "zod";
import { Refusal } from "../flow/refusal.ts";
import type { Caller, Read } from "./context.ts";
import { byOf, findProgram } from "./lookup.ts";
import type { Services } from "./services.ts";
import { programView } from "./views/program.ts";
import type { program } from "./views/program.ts";

type Status = "live" | "paused" | "ended";
type Input = { params: { program: string }; caller: Caller; services: Services; read: Read };

/** From which states each may be reached. The same again changes nothing and is no error. */
const FROM: Record<Status, readonly string[]> = {
  live: ["live", "paused"],
  paused: ["live", "paused"],
  ended: ["live", "paused", "ended"],
};

/** Brings a program to a state and shows it. */
export async function setStatus({ params, caller, services, read }: Input, status: Status): Promise<z.input<typeof program>> {
  const row = await read((workspaceId, db) => findProgram(workspaceId, db, params.program));
  if (!FROM[status].includes(row.status))
    throw new Refusal(
      "conflict",
      `The program is ${row.status}; this needs one that is ${FROM[status].filter((each) => each !== status).join(" or ")}.`,
    );
  if (row.status !== status) await services.setProgramStatus(byOf(caller), { programId: row.id, status });
  return await read(async (workspaceId, db) => programView(await findProgram(workspaceId, db, params.program), services.lint));
}
