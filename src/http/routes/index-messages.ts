/** Endpoints of messages and webhooks, in the order of openapi.json. */
import type { Endpoint } from "../endpoint.ts";
import webhooksCreate from "./webhooks.create.ts";
import webhooksList from "./webhooks.list.ts";
import webhooksGet from "./webhooks.get.ts";
import webhooksChange from "./webhooks.change.ts";
import webhooksRotate from "./webhooks.rotate.ts";
import webhooksEnable from "./webhooks.enable.ts";
import webhooksDisable from "./webhooks.disable.ts";
import webhooksDelete from "./webhooks.delete.ts";
import webhooksTry from "./webhooks.try.ts";
import webhooksDeliveries from "./webhooks.deliveries.ts";
import webhooksResendDead from "./webhooks.resend-dead.ts";
import webhooksDelivery from "./webhooks.delivery.ts";
import webhooksResend from "./webhooks.resend.ts";
import messagesList from "./messages.list.ts";

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
];
