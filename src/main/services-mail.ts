/** The services of mail, each a flow with its parts handed in. */
import { mailChoices, saveChoices, unsubscribe, unsubscribePage } from "../flow/mail-choices.ts";
import type { MailServices } from "../http/services-mail.ts";
import type { Parts } from "./services.ts";

export function mailServices(all: Parts): MailServices {
  const parts = { ...all, mac: all.mailMac };
  return {
    unsubscribePage: (ask) => unsubscribePage(parts, ask),
    unsubscribe: (ask) => unsubscribe(parts, ask),
    choices: (ask) => mailChoices(parts, ask),
    saveChoices: (ask, wish) => saveChoices(parts, ask, wish),
  };
}
