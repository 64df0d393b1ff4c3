/** Endpoints of messages, webhooks, consent and terms, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import webhooksCreate from "./routes/webhooks.create.ts";
import webhooksList from "./routes/webhooks.list.ts";
import webhooksGet from "./routes/webhooks.get.ts";
import webhooksChange from "./routes/webhooks.change.ts";
import webhooksRotate from "./routes/webhooks.rotate.ts";
import webhooksEnable from "./routes/webhooks.enable.ts";
import webhooksDisable from "./routes/webhooks.disable.ts";
import webhooksDelete from "./routes/webhooks.delete.ts";
import webhooksTry from "./routes/webhooks.try.ts";
import webhooksDeliveries from "./routes/webhooks.deliveries.ts";
import webhooksResendDead from "./routes/webhooks.resend-dead.ts";
import webhooksDelivery from "./routes/webhooks.delivery.ts";
import webhooksResend from "./routes/webhooks.resend.ts";
import invitationsFriend from "./routes/invitations.friend.ts";
import mailBounces from "./routes/mail.bounces.ts";
import mailDomain from "./routes/mail.domain.ts";
import mailGet from "./routes/mail.get.ts";
import mailList from "./routes/mail.list.ts";
import messagesList from "./routes/messages.list.ts";
import peopleConsentsCreate from "./routes/consents.create.ts";
import peopleConsentsList from "./routes/consents.list.ts";
import peopleContact from "./routes/people.contact.ts";
import programsTerms from "./routes/programs.terms.ts";
import programsTermsAccept from "./routes/terms.accept.ts";
import suppressionsCreate from "./routes/suppressions.create.ts";
import suppressionsList from "./routes/suppressions.list.ts";
import suppressionsLift from "./routes/suppressions.lift.ts";
import suppressionsCheck from "./routes/suppressions.check.ts";

export const messageEndpoints: readonly Endpoint[] = [
  webhooksCreate,
  webhooksList,
  webhooksGet,
  webhooksChange,
  webhooksRotate,
  webhooksEnable,
  webhooksDisable,
  webhooksDelete,
  webhooksTry,
  webhooksDeliveries,
  webhooksResendDead,
  webhooksDelivery,
  webhooksResend,
  messagesList,
  mailList,
  mailBounces,
  mailGet,
  mailDomain,
  invitationsFriend,
  peopleConsentsCreate,
  peopleConsentsList,
  peopleContact,
  programsTerms,
  programsTermsAccept,
  suppressionsCreate,
  suppressionsList,
  suppressionsLift,
  suppressionsCheck,
];
