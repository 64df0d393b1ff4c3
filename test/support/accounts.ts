/** Operators with accounts, for tests: made through the API, signed in through the door that people use. */
import crypto from "node:crypto";

export const PASSWORD = "correct horse battery";

export type SignedIn = { cookie: string; status: number; body: Record<string, unknown>; cookies: string[] };

/** The cookies of an answer as a request sends them. */
export const cookiesOf = (response: Response): string[] => response.headers.getSetCookie().map((each) => each.split(";", 1)[0]!);

/** One step of signing in, as a page of the server's own asks it. */
export async function authStep(
  url: string,
  step: string,
  { body = {}, cookie = "", headers = {} }: { body?: unknown; cookie?: string; headers?: Record<string, string> } = {},
): Promise<SignedIn> {
  const response = await fetch(`${url}/app/auth/${step}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...(cookie === "" ? {} : { cookie }), ...headers },
    body: JSON.stringify(body),
  });
  const cookies = cookiesOf(response);
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
    cookies,
    cookie: cookies.find((each) => /gv_session=.+/.test(each)) ?? "",
  };
}

export async function signIn(url: string, email: string, password = PASSWORD): Promise<string> {
  const { cookie, status, body } = await authStep(url, "sign-in/email", { body: { email, password } });
  if (cookie === "") throw new Error(`no session for ${email}: ${status} ${JSON.stringify(body)}`);
  return cookie;
}

/** The code that an authenticator shows now (RFC 6238), for the address that the set-up gave. */
export function totpOf(uri: string): string {
  const secret = fromBase32(new URL(uri).searchParams.get("secret") ?? "");
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = crypto.createHmac("sha1", secret).update(step).digest();
  const value = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, "0");
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, "")].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((each) => Number.parseInt(each, 2)));
}
