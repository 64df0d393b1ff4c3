/** Receivers of webhooks: real servers on this machine that answer as a test says, and what is needed to send to them. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { createIds } from "../../src/adapters/ids.ts";
import { parseAllowed } from "../../src/adapters/public-address.ts";
import { createOutgoing } from "../../src/adapters/safe-fetch.ts";
import { signWebhook } from "../../src/adapters/webhook-sign.ts";
import { createConsumers } from "../../src/flow/consumers.ts";
import { type DeliverParts, deliverWebhooks } from "../../src/flow/deliver-webhooks.ts";
import { dispatchOutbox } from "../../src/flow/dispatch-outbox.ts";
import type { Engine } from "./engine.ts";
import { silentLog } from "./job-plan.ts";
import { outside } from "./outside.ts";
import { partsOf } from "./people.ts";

export type Received = { headers: Record<string, string>; body: string; at: number };
export type Receiver = {
  url: string;
  port: number;
  received: Received[];
  /** What it does with the next requests; 204 by default. */
  answer: (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void;
  close(): Promise<void>;
};

export async function createReceiver(
  answer?: Receiver["answer"] | null,
  { host = "127.0.0.1", port = 0 }: { host?: string; port?: number } = {},
): Promise<Receiver> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      receiver.received.push({ headers: request.headers as Record<string, string>, body, at: performance.now() });
      response.on("error", () => undefined);
      receiver.answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const receiver: Receiver = {
    url: `http://${host}:${taken}/hook`,
    port: taken,
    received: [],
    answer: answer ?? ((_request, response) => void response.writeHead(204).end()),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}

/** Sends to this machine, giving up after `deadlineMs`. */
export function deliverParts(e: Engine, deadlineMs = 15_000): DeliverParts {
  const outgoing = createOutgoing({ allowed: [parseAllowed("127.0.0.0/8")], deadlineMs });
  return { pool: e.database.pool(), ids: createIds(), log: silentLog, sign: signWebhook, ...outside(e.secret), outgoing };
}

/** Hands over the outbox, then sends what is due in both lanes, until nothing is. @returns tries made. */
export async function sendAll(e: Engine, workspace: string, parts: DeliverParts = deliverParts(e)): Promise<number> {
  await handOver(e, workspace);
  // An endpoint that fails changes lanes, and what is left of it is the other job's.
  for (let all = 0; ; ) {
    const lanes = (["fast", "slow"] as const).map((lane) => deliverWebhooks(parts, workspace, { lane }));
    const tries = (await Promise.all(lanes)).reduce((sum, n) => sum + n, 0);
    all += tries;
    if (tries === 0) return all;
  }
}

export async function handOver(e: Engine, workspace: string): Promise<void> {
  await dispatchOutbox({ pool: e.database.pool(), consumers: createConsumers(partsOf(e)), log: silentLog }, workspace);
}
