/** What the routes of webhooks ask of flow. */
import type { OutgoingType } from "../core/outgoing.ts";
import type { By } from "../flow/by.ts";

export type WebhookWish = { url: string; description: string; types: OutgoingType[]; version: string | null };

export type WebhookServices = {
  /** Refuses `validation_failed` for an address that cannot be sent to. The secret is shown this once. */
  create(by: By, wish: WebhookWish): Promise<{ id: string; secret: string }>;
  change(by: By, wish: { id: string } & Partial<WebhookWish>): Promise<void>;
  rotate(by: By, wish: { id: string; overlapMs: number }): Promise<{ secret: string }>;
  switch(by: By, wish: { id: string; on: boolean }): Promise<void>;
  remove(by: By, id: string): Promise<void>;
  test(by: By, id: string): Promise<{ deliveryId: string }>;
  /** One delivery again, or all dead ones of an endpoint. Refuses `conflict` while the endpoint is off. */
  resend(by: By, deliveryId: string): Promise<void>;
  resendDead(by: By, endpointId: string): Promise<{ resent: number }>;
};
