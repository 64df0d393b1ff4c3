/** A mail server that misbehaves as a test says: SMTP by hand, so that it can hang, close and answer anything at any point. */
import net, { type AddressInfo } from "node:net";

/** Where in the conversation: the greeting, a command, or the end of the letter. */
export type Point = "greeting" | "EHLO" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "end";
/** An answer line; "hang" says nothing; "close" ends the connection; null is the good answer. */
export type Misdeed = (at: Point, line: string) => string | null;

export type BadServer = {
  url: string;
  /** Letters that were handed over whole, whatever was answered. */
  letters: string[];
  /** Connections that were made. */
  connections: number;
  misdeed: Misdeed;
  close(): Promise<void>;
};

const GOOD: Readonly<Record<Point, string>> = {
  greeting: "220 bad ESMTP",
  EHLO: "250-bad\r\n250 AUTH PLAIN LOGIN",
  AUTH: "235 yes",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  end: "250 taken",
};

export async function openBadServer(misdeed: Misdeed = () => null, auth = false): Promise<BadServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    bad.connections++;
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    const answer = (at: Point, line = ""): boolean => {
      const misdeed = bad.misdeed(at, line);
      const said = misdeed ?? GOOD[at];
      if (said === "close") socket.destroy();
      else if (said !== "hang") socket.write(`${said}\r\n`);
      return misdeed === null;
    };
    let buffer = "";
    let isLetter = false;
    socket.on("data", (chunk) => {
      buffer += chunk.toString("utf8");
      for (;;) {
        const end = buffer.indexOf(isLetter ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + (isLetter ? 5 : 2));
        if (isLetter) {
          isLetter = false;
          bad.letters.push(text);
          answer("end");
        } else if (/^QUIT/i.test(text)) socket.end("221 bye\r\n");
        else if (/^RSET/i.test(text)) socket.write("250 ok\r\n");
        else {
          const at = (text.slice(0, 4).toUpperCase() === "HELO" ? "EHLO" : text.slice(0, 4).toUpperCase()) as Point;
          isLetter = answer(at, text) && at === "DATA";
        }
      }
    });
    answer("greeting");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const bad: BadServer = {
    url: `smtp://${auth ? "user:wrong@" : ""}127.0.0.1:${port}`,
    letters: [],
    connections: 0,
    misdeed,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return bad;
}
