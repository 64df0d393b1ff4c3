/** What a person chose about being told, with the topics named in her language. */
import { z } from "zod";
import { MAIL_TOPICS } from "../../core/messages/mail-policy.ts";
import { chooseLocale } from "../../core/messages/locale.ts";
import { createWords, languageOf } from "../../core/words.ts";
import type { Client } from "../../store/db.ts";
import { NOTHING_CHOSEN } from "../../flow/portal-self.ts";
import { readPerson } from "../../store/people.ts";
import { readPreference } from "../../store/portal-forms.ts";
import { readWorkspace } from "../../store/workspaces.ts";

export const preferences = z
  .object({
    locale: z.string(),
    zone: z.string(),
    mail: z.array(z.object({ topic: z.enum(MAIL_TOPICS), label: z.string(), on: z.boolean() })),
    digest: z.enum(["each", "weekly", "none"]).describe("Each thing by itself, once a week, or nothing but what is essential."),
  })
  .meta({ id: "PortalPreferences" });

/** As they hold: what she never chose is the workspace's. */
export async function preferencesOf(
  workspaceId: string,
  db: Client,
  of: { personId: string; locale: string | undefined },
): Promise<z.input<typeof preferences>> {
  const workspace = await readWorkspace(workspaceId, db);
  const chosen = (await readPreference(workspaceId, db, of.personId)) ?? NOTHING_CHOSEN;
  const person = await readPerson(workspaceId, db, of.personId);
  const attributes = (person?.data?.["attributes"] ?? {}) as Record<string, unknown>;
  const own = { locale: chosen.locale ?? attributes["locale"], language: attributes["language"] };
  const locale = chooseLocale(own, workspace?.settings["locale"]);
  const words = createWords(languageOf(of.locale ?? locale));
  const mail = MAIL_TOPICS.map((topic) => ({ topic, label: words.say(`page.topic.${topic}`), on: !chosen.off.includes(topic) }));
  return { locale, zone: chosen.zone ?? workspace?.zone ?? "UTC", mail, digest: chosen.digest };
}
