/** From a message that is due to a mail in somebody's inbox, by a real SMTP conversation. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMail } from "../../src/flow/mail-send.ts";
import type { MailParts } from "../../src/flow/mail-send.ts";
import { handOver } from "../support/receiver.ts";
import { type Inbox, openInbox } from "../support/inbox.ts";
import { mailParts } from "../support/mail.ts";
import { type Shop, createShop } from "../support/shop.ts";

let shop: Shop;
let inbox: Inbox;
let parts: MailParts;
let ws = "";

beforeAll(async () => {
  [shop, inbox] = await Promise.all([createShop(), openInbox()]);
  ws = shop.server.a.sandboxId;
  parts = mailParts(shop.server.engine, inbox.url);
  await shop.publish("direct");
});
afterAll(async () => {
  parts.mailer.close();
  await inbox.close();
  await shop.close();
});

test("a reward that was earned arrives as one mail, and its message is delivered once however often is looked", async () => {
  await shop.server.call("POST", "/v1/people", { key: shop.server.a.testKey, body: { user_id: "ada", email: "ada@people.example" } });
  const code = await shop.join("direct", "ada");
  await shop.buys("ben", { id: "o1", total: 8000, code });
  await handOver(shop.server.engine, ws);
  await Promise.all([sendMail(parts, ws), sendMail(parts, ws)]);
  await sendMail(parts, ws);
  const letters = inbox.letters.filter((each) => each.rcpt === "ada@people.example");
  expect(letters.map((each) => each.subject)).toEqual(expect.arrayContaining(["[Test] You have earned $8.00"]));
  expect(new Set(letters.map((each) => each.messageId)).size).toBe(letters.length);
  const rows = await shop.server.engine.rows("select kind, status, tries from message where workspace_id = $1 order by kind", [ws]);
  expect(rows).toEqual([
    { kind: "advocate_joined", status: "delivered", tries: 1 },
    { kind: "reward_granted", status: "delivered", tries: 1 },
  ]);
  expect(letters).toHaveLength(2);
}, 60_000);

test("a reward that the business took back is told as its decision, without the words it wrote for itself", async () => {
  const key = shop.server.a.testKey;
  await shop.server.call("POST", "/v1/people", { key, body: { user_id: "cy", email: "cy@people.example" } });
  const code = await shop.join("direct", "cy");
  await shop.buys("dee", { id: "r1", total: 8000, code });
  await handOver(shop.server.engine, ws);
  const rewards = (await shop.server.call("GET", "/v1/rewards?person=user_id:cy", { key })).body.data as { id: string }[];
  const [first] = rewards;
  const reversed = await shop.server.call("POST", `/v1/rewards/${first!.id}/reverse`, { key, body: { reason: "Payroll said so." } });
  expect(reversed.status).toBe(200);
  await handOver(shop.server.engine, ws);
  await sendMail(parts, ws);
  const told = inbox.letters.filter((each) => each.rcpt === "cy@people.example" && each.subject?.includes("taken back"));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).toContain("decided so");
  expect(JSON.stringify(told)).not.toMatch(/Payroll|returned or cancelled/);
}, 60_000);
