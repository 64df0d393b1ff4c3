import { z } from "zod";
import { levels } from "../../core/program-levels.ts";
import { countLevels } from "../../store/levels.ts";
import { listPrograms } from "../../store/programs.ts";
import { endpoint } from "../endpoint.ts";

const level = z
  .object({
    key: z.string(),
    name: z.string(),
    from: z.int().describe("Points within the window."),
    perks: z.array(z.object({ key: z.string(), name: z.string() })),
    advocates: z.int().describe("How many stand on it now."),
  })
  .meta({ id: "Level" });
const programLevels = z
  .object({ program: z.string(), window: z.string(), notice: z.string(), levels: z.array(level) })
  .meta({ id: "ProgramLevels" });

export default endpoint({
  method: "GET",
  path: "/v1/levels",
  tag: "Levels",
  permission: "levels:read",
  summary: "The levels of all published programs, what they ask for and what they bring",
  response: z.object({ data: z.array(programLevels) }),
  handler: ({ read }) =>
    read(async (workspaceId, db) => {
      const counts = new Map((await countLevels(workspaceId, db)).map((c) => [`${c.program}|${c.level}`, c.n]));
      const data = (await listPrograms(workspaceId, db, { before: null, limit: 1000 })).flatMap(({ key: program, live }) => {
        const own = levels.safeParse(live?.["levels"]);
        if (!own.success) return [];
        const { window, notice, steps } = own.data;
        return [{ program, window, notice, levels: steps.map((s) => ({ ...s, advocates: counts.get(`${program}|${s.key}`) ?? 0 })) }];
      });
      return { data };
    }),
});
