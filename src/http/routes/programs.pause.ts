import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { setStatus } from "../program-status.ts";
import { program } from "../views/program.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/pause",
  tag: "Programs",
  permission: "programs:publish",
  summary: "Pause a program",
  description: "No new conversion earns while it is paused; what is earned stays.",
  params: z.object({ program: z.string() }),
  response: program,
  handler: (input) => setStatus(input, "paused"),
});
