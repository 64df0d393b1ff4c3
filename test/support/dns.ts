/** A name server that knows the TXT records a test gives it, by UDP on this machine. */
import dgram from "node:dgram";
import type { AddressInfo } from "node:net";

export type DnsStub = { address: string; asked: string[]; close(): Promise<void> };

export async function openDns(records: Readonly<Record<string, readonly string[]>>): Promise<DnsStub> {
  const socket = dgram.createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString("latin1", at + 1, at + 1 + length));
      at += 1 + length;
    }
    const name = labels.join(".").toLowerCase();
    asked.push(name);
    const question = query.subarray(12, at + 5);
    const answers = (records[name] ?? []).map((text) => {
      const strings = Buffer.concat(
        (text.match(/.{1,255}/gs) ?? [""]).map((part) => Buffer.concat([Buffer.of(part.length), Buffer.from(part)])),
      );
      const head = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60, strings.length >> 8, strings.length & 255]);
      return Buffer.concat([head, strings]);
    });
    const flags = answers.length === 0 ? [0x81, 0x83] : [0x81, 0x80];
    const head = Buffer.from([query[0]!, query[1]!, ...flags, 0, 1, 0, answers.length, 0, 0, 0, 0]);
    socket.send(Buffer.concat([head, question, ...answers]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const { port } = socket.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, asked, close: () => new Promise((resolve) => socket.close(() => resolve())) };
}
