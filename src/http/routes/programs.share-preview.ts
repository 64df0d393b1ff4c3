import { z } from "zod";
import { kitDisclosure, shareKit } from "../../core/messages/share-kit.ts";
import { definition } from "../../core/program.ts";
import { voiceOf } from "../../flow/voices.ts";
import { notFound } from "../../flow/refusal.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { channel } from "../views/portal-home.ts";

const CODE = "EXAMPLE";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/share/preview",
  tag: "Programs",
  permission: "programs:read",
  idempotent: false,
  summary: "Show the share texts of a draft as an advocate gets them",
  description: "The definition given, or the draft, else what is live: every channel's text with a made-up link, the disclosure in it.",
  params: z.object({ program: z.string() }),
  body: z
    .strictObject({
      definition: definition.optional(),
      locale: z.string().max(35).default("en"),
      region: z
        .string()
        .regex(/^[A-Z]{2}$/, "A country such as JP.")
        .nullable()
        .default(null)
        .describe("Where she lives: some channels are only offered there."),
    })
    .meta({ id: "SharePreviewWish" }),
  response: z
    .object({ link: z.string(), code: z.string(), disclosure: z.string(), channels: z.array(channel) })
    .meta({ id: "SharePreview" }),
  handler: ({ params, body, read, request }) =>
    read(async (workspaceId, db) => {
      const row = await findProgram(workspaceId, db, params.program);
      const document = body.definition ?? row.draft ?? row.live;
      if (document === null) throw notFound("program");
      const program = definition.parse(document);
      const { zone, settings } = (await readWorkspace(workspaceId, db))!;
      const voice = voiceOf({ workspaceId, locale: body.locale, zone, settings });
      const link = `${request.server.gv.publicUrl}/r/${CODE}`;
      const linkFor = (name: string): string => (name === "copy" || name === "native" ? link : `${link}?c=${name}`);
      const kit = { voice, program, region: body.region, code: CODE, linkFor };
      return { link, code: CODE, disclosure: kitDisclosure(kit), channels: shareKit(kit) };
    }),
});
