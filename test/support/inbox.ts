/** A mail server that takes everything: what Grapevine sends arrives here by a real SMTP conversation and is parsed. */
import { type AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Letter = Email & {
  /** Envelope recipient, lower case. */
  rcpt: string;
  /** Envelope sender. */
  from_: string;
  raw: string;
  /** Every http(s) address in the text part. */
  links: string[];
};

export type Inbox = {
  /** smtp://127.0.0.1:<port> */
  url: string;
  letters: Letter[];
  /** Waits for a letter; with `after`, for one beyond so many that are there already. Fails with what did come. */
  waitFor(to: string, subject?: RegExp | string, options?: { seconds?: number; after?: number }): Promise<Letter>;
  /** Waited for before a letter is taken and its sender told so. */
  admit: () => Promise<void>;
  /** Addresses that are refused at RCPT with 550. */
  refuse: Set<string>;
  close(): Promise<void>;
};

export async function openInbox(): Promise<Inbox> {
  const letters: Letter[] = [];
  const refuse = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      if (!refuse.has(address.toLowerCase())) return done();
      done(Object.assign(new Error("5.1.1 no such mailbox"), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        void take(
          Buffer.concat(chunks),
          from,
          rcptTo.map((each) => each.address),
        ).then(() => done(), done);
      });
    },
  });
  const take = async (raw: Buffer, from: string, to: string[]): Promise<void> => {
    const parsed = await PostalMime.parse(raw);
    await inbox.admit();
    const links = [...(parsed.text ?? "").matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([link]) => link);
    for (const rcpt of to) letters.push({ ...parsed, rcpt: rcpt.toLowerCase(), from_: from, raw: raw.toString("utf8"), links });
  };
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const inbox: Inbox = {
    admit: async () => undefined,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    refuse,
    async waitFor(to, subject = /./, { seconds = 60, after = 0 } = {}) {
      const until = Date.now() + seconds * 1000;
      const wanted = (each: Letter): boolean =>
        each.rcpt === to.toLowerCase() &&
        (typeof subject === "string" ? (each.subject ?? "").includes(subject) : subject.test(each.subject ?? ""));
      for (;;) {
        const found = letters.filter(wanted)[after];
        if (found !== undefined) return found;
        if (Date.now() > until) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const came = letters.map((each) => `${each.rcpt}: ${each.subject ?? ""}`).join("\n  ");
      throw new Error(`no mail to ${to} with subject ${String(subject)} within ${seconds} s; what came:\n  ${came || "nothing"}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return inbox;
}
