import { z } from "zod";
import { definition } from "../../core/program.ts";
import { withRemedies } from "../../core/rules/lint-remedy.ts";
import { audienceFindings } from "../../flow/audience.ts";
import { previewProgram } from "../../flow/preview-program.ts";
import { notFound } from "../../flow/refusal.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { endpoint, fieldErrors } from "../endpoint.ts";
import { readerLocale } from "../reader.ts";
import { money } from "../schemas.ts";
import { finding } from "../views/program.ts";
import { how } from "../views/portal-home.ts";

const words = how
  .omit({ terms: true })
  .extend({
    rules: z
      .array(z.object({ key: z.string(), text: z.string(), detail: z.string() }))
      .describe("Each reward as a sentence, as whoever gets it reads it, in the definition's order."),
  })
  .meta({ id: "ProgramWords" });

const example = z
  .object({
    spend: money,
    friends: z.int().describe("Which friend of the advocate's this is: the ones before her have done the same."),
    steps: z.array(
      z.object({
        kind: z.enum(["joined", "stage", "again", "activity"]).describe("again: the same friend once more."),
        name: z.string(),
        event: z.string(),
        rewards: z.array(
          z.object({
            rule: z.string(),
            form: z.string(),
            unit: z.string(),
            rewards: z.int(),
            amount: z.int().describe("Minor units of a currency, or a count of another unit."),
          }),
        ),
      }),
    ),
    total: z.array(money),
    silent: z.array(z.string()).describe("Rewards that nobody gets in this example."),
  })
  .meta({ id: "ProgramExample" });

const preview = z
  .object({ findings: z.array(finding), words: words.nullable(), example: example.nullable() })
  .describe("Words and example are null while some value cannot be read; the findings say which.")
  .meta({ id: "ProgramPreview" });

export default endpoint({
  method: "POST",
  path: "/v1/programs/preview",
  tag: "Programs",
  permission: "programs:read",
  idempotent: false,
  summary: "See a definition that is not saved: findings, words of both sides, and what it costs",
  description:
    "Any document is taken, also one that is half written: its findings say what is missing. " +
    "The example lets a friend walk the program's path and spend an amount, by the rules that settle live events.",
  body: z
    .strictObject({
      definition: z.record(z.string(), z.unknown()),
      locale: z.string().max(35).optional(),
      spend: z
        .string()
        .regex(/^\d{1,12}(\.\d{1,3})? [A-Z]{3}$/, 'An amount with its currency such as "80.00 USD".')
        .optional()
        .describe("What the friend in the example spends."),
      friends: z.int().min(1).max(30).default(1),
    })
    .meta({ id: "ProgramPreviewWish" }),
  response: preview,
  async handler({ body, caller, read, request }) {
    const [workspace, now, ofAudience] = await read(async (workspaceId, db) => [
      await readWorkspace(workspaceId, db),
      await workspaceNow(workspaceId, db),
      await audienceFindings(workspaceId, db, body.definition),
    ]);
    if (workspace === null) throw notFound("workspace");
    const id = caller.workspaceId;
    const { zone, settings } = workspace;
    const locale = readerLocale(body.locale, request.headers["accept-language"]);
    const { spend, friends } = body;
    // As it was sent: the validator leaves it as it is, defaults are not filled in.
    const seen = previewProgram({ definition: body.definition, workspace: { id, zone, settings }, locale, spend, friends, now });
    return { ...seen, findings: [...ofAudience, ...(seen.findings ?? refused(body.definition))] };
  },
});

/** What the schema says of a document that is none, at the nearest place, as a PUT of it would. */
function refused(document: unknown): z.input<typeof finding>[] {
  const parsed = definition.safeParse(document);
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues);
  return withRemedies(
    document,
    errors.map(({ pointer, code, message }) => ({ severity: "error" as const, pointer, code, message })),
  );
}
