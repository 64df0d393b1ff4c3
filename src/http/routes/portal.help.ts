import { z } from "zod";
import { ASKED_MOMENTS } from "../../core/feedback.ts";
import { readHelp } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { help, helpView } from "../views/help.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/help",
  tag: "Portal",
  permission: "people:write",
  member: { body: "person" },
  summary: "Ask those who run the program",
  description: "They read it with the page that she was on, and answer it; she is told by mail.",
  body: z
    .strictObject({
      person: z.string().max(300),
      program: z.string().min(1).max(64).optional(),
      topic: z.string().min(1).max(64).default("question").describe("`feedback` is kept among the feedback, the rest are questions."),
      text: z.string().max(5000).default("").describe("May be left out where a score is given."),
      page: z.string().max(300).optional(),
      score: z.int().min(1).max(5).optional().describe("How easy it was, 5 is easiest. With the topic `feedback`."),
      moment: z.enum(ASKED_MOMENTS).optional().describe("What `ask` of GET /v1/portal said: she is not asked after it again."),
    })
    .refine(({ text, score }) => text.trim() !== "" || score !== undefined, { path: ["text"], message: "Say something, or give a score." })
    .meta({ id: "HelpAsked" }),
  response: help,
  status: 201,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const { program = null, topic, text, page = null, score = null, moment = null } = body;
    const id = await services.portal.askForHelp(byOf(caller), { personId, program, topic, text, page, score, moment });
    return helpView((await read((workspaceId, db) => readHelp(workspaceId, db, id)))!);
  },
});
