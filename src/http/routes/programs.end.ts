import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { setStatus } from "../program-status.ts";
import { program } from "../views/program.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/end",
  tag: "Programs",
  permission: "programs:publish",
  summary: "End a program",
  description: "For good: an ended program earns nothing more and cannot be resumed.",
  params: z.object({ program: z.string() }),
  response: program,
  handler: (input) => setStatus(input, "ended"),
});
