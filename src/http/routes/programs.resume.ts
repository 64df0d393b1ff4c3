import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { setStatus } from "../program-status.ts";
import { program } from "../views/program.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/resume",
  tag: "Programs",
  permission: "programs:publish",
  summary: "Resume a paused program",
  description: "Conversions earn again from now on; those of the pause do not.",
  params: z.object({ program: z.string() }),
  response: program,
  handler: (input) => setStatus(input, "live"),
});
