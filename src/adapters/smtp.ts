/** A mail server, spoken to by SMTP over a few connections that are kept open. */
import type { Readable } from "node:stream";
import nodemailer from "nodemailer";
import type { Letter, LetterSent, Mailer } from "../flow/ports.ts";

export type SmtpOptions = {
  /** smtp://user:password@host:587, smtps://host:465. */
  url: string;
  /** Milliseconds for connecting, for the greeting, and between two bytes. */
  timeouts?: { connect: number; greeting: number; socket: number };
  connections?: number;
};
const TIMEOUTS = { connect: 10_000, greeting: 10_000, socket: 20_000 };

/** Control characters, line ends of Unicode included: none belongs into a header. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]{1,255}$/;

/** The first thing about a letter that must not be in a header, or null. */
export function refusalOf(letter: Letter): "header" | "address" | null {
  const { from, replyTo, to, subject, messageId, headers } = letter;
  const lines = [from.name, subject, messageId, ...Object.keys(headers), ...Object.values(headers)];
  if (lines.some((line) => CONTROL.test(line))) return "header";
  return [from.address, to, ...(replyTo === null ? [] : [replyTo])].every((each) => ADDRESS.test(each)) ? null : "address";
}

type Failure = Error & { code?: string; responseCode?: number; command?: string; syscall?: string };
type Handed = { stream: Readable | null };

export function createMailer({ url, timeouts = TIMEOUTS, connections = 4 }: SmtpOptions): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 100,
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    // Nothing of a letter may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  // Whether a byte of the letter went out decides whether it may have been taken: the pool does not say, the stream does.
  transport.use("stream", (mail, done) => {
    const make = mail.message.createReadStream.bind(mail.message);
    const handed = (mail.data as { handed?: Handed }).handed;
    mail.message.createReadStream = (...args) => {
      const stream = make(...args);
      if (handed !== undefined) handed.stream = stream;
      return stream;
    };
    done();
  });
  return {
    async send(letter) {
      const began = performance.now();
      const ms = (): number => Math.round(performance.now() - began);
      const refusal = refusalOf(letter);
      if (refusal !== null) return { taken: false, ms: ms(), code: null, error: refusal, whose: "letter", again: false, doubt: false };
      const handed: Handed = { stream: null };
      try {
        const { response } = await transport.sendMail({ ...optionsOf(letter), handed } as never);
        return { taken: true, ms: ms(), code: Number.parseInt(response, 10) || null };
      } catch (error) {
        return { ...verdictOf(error as Failure, handed.stream?.readableDidRead === true), ms: ms() };
      }
    },
    close: () => transport.close(),
  };
}

function optionsOf(letter: Letter): Record<string, unknown> {
  const { from, replyTo, to, subject, html, text, messageId, headers } = letter;
  return {
    from,
    to,
    subject,
    html,
    text,
    headers,
    ...(replyTo === null ? {} : { replyTo }),
    messageId: `<${messageId}>`,
    envelope: { from: from.address, to },
    textEncoding: "base64",
  };
}

/** What a failure means for the letter. 5xx to the recipient is the mailbox's, 5xx to who signs in or greets is the server's. */
function verdictOf(error: Failure, wasHanded: boolean): Omit<Extract<LetterSent, { taken: false }>, "ms"> {
  const code = error.responseCode ?? null;
  const command = error.command ?? "";
  const server = { code, whose: "server", again: true, doubt: false } as const;
  if (error.code === "EAUTH") return { ...server, taken: false, error: "auth" };
  const isAboutLetter = /^(MAIL FROM|RCPT TO|DATA|API)/.test(command);
  if (code !== null && isAboutLetter) {
    const isMailbox = command === "RCPT TO" && code >= 500 && code !== 552;
    const error = isMailbox ? "mailbox" : code >= 500 ? "refused" : "later";
    return { taken: false, code, error, whose: "letter", again: code < 500, doubt: false };
  }
  const word = error.code === "ETIMEDOUT" ? "timeout" : "connect";
  if (wasHanded) return { taken: false, code, error: word === "timeout" ? word : "lost", whose: "letter", again: true, doubt: true };
  if (isAboutLetter) return { taken: false, code, error: "refused", whose: "letter", again: false, doubt: false };
  return { ...server, taken: false, error: word };
}
