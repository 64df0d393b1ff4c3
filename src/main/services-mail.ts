/** The services of mail, each a flow with its parts handed in. */
import { createDnsText } from "../adapters/dns-text.ts";
import type { ContactParts } from "../flow/consents.ts";
import { noteBounce } from "../flow/mail-bounces.ts";
import { mailChoices, saveChoices, unsubscribe, unsubscribePage } from "../flow/mail-choices.ts";
import { checkMailDomain } from "../flow/mail-domain.ts";
import { createVoices } from "../flow/mail-draft.ts";
import { inviteFriend } from "../flow/mail-invite.ts";
import { sendSample } from "../flow/mail-sample.ts";
import { previewMail, viewMail } from "../flow/mail-view.ts";
import type { Cipher, DnsText, MailMac, MailRenderer } from "../flow/ports.ts";
import { readKept } from "../http/report-extras.ts";
import type { MailServices } from "../http/services-mail.ts";

/** `mailFrom`: left out where no mail is sent. */
export type MailServiceParts = ContactParts & {
  cipher: Cipher;
  mailMac: MailMac;
  mailRenderer: MailRenderer;
  mailFrom?: string;
  dns?: DnsText;
};

export function mailServices(all: MailServiceParts): MailServices {
  const parts = { ...all, mac: all.mailMac, renderer: all.mailRenderer, reports: readKept, voices: createVoices() };
  const from = all.mailFrom ?? null;
  const dns = all.dns ?? createDnsText();
  return {
    unsubscribePage: (ask) => unsubscribePage(parts, ask),
    unsubscribe: (ask) => unsubscribe(parts, ask),
    choices: (ask) => mailChoices(parts, ask),
    saveChoices: (ask, wish) => saveChoices(parts, ask, wish),
    view: (workspaceId, { id, publicUrl }) => viewMail({ ...parts, publicUrl, sends: from !== null }, workspaceId, id),
    preview: (ask) => previewMail(parts, ask),
    sendSample: (by, wish) => sendSample(parts, by, wish),
    checkDomain: (workspaceId) => checkMailDomain({ ...parts, dns, from }, workspaceId),
    async noteBounces(by, { bounces, source }) {
      let noted = 0;
      for (const bounce of bounces) if (await noteBounce(parts, by.workspaceId, { ...bounce, source, by })) noted++;
      return noted;
    },
    inviteFriend: (by, wish) => inviteFriend(parts, by, wish),
  };
}
