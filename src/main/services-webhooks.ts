/** The services of webhooks, each a flow with its parts handed in. */
import * as flow from "../flow/webhooks.ts";
import type { WebhookServices } from "../http/services-webhooks.ts";

export function webhookServices(parts: flow.WebhookParts): WebhookServices {
  return {
    create: (by, wish) => flow.createWebhook(parts, by, wish),
    change: (by, wish) => flow.changeWebhook(parts, by, wish),
    rotate: (by, wish) => flow.rotateWebhook(parts, by, wish),
    switch: (by, wish) => flow.switchWebhook(parts, by, wish),
    remove: (by, id) => flow.deleteWebhook(parts, by, id),
    test: (by, id) => flow.testWebhook(parts, by, id),
    resend: (by, id) => flow.resendDelivery(parts, by, id),
    resendDead: (by, id) => flow.resendDead(parts, by, id),
  };
}
