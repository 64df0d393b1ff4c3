/** Signing in as a person does who reads her mail, without a page: for tests whose subject is what comes after. */
import type { Visitor } from "./browser.ts";
import type { Stage } from "./stage.ts";

/** The six digits of a sign-in mail's subject or text. */
export function codeIn(letter: { subject?: string; text?: string }): string {
  const found = /\b(\d{6})\b/.exec(`${letter.subject ?? ""}\n${letter.text ?? ""}`)?.[1];
  if (found === undefined) throw new Error(`no six digits in this mail:\n${letter.subject}\n${letter.text}`);
  return found;
}

/** Asks for a code, reads it from the inbox, hands it in. @returns the session's cookie as `name=value` */
export async function signIn(
  stage: Stage,
  who: { email: string; program: string; workspace?: string; locale?: string },
): Promise<string> {
  const { email, program, workspace = stage.workspace, locale } = who;
  const before = stage.inbox.letters.filter(
    (each) => each.rcpt === email.toLowerCase() && /\b\d{6}\b/.test(each.subject ?? each.text ?? ""),
  ).length;
  const asked = await post(stage, ["/v1/portal/sign-in", { workspace, program, email, ...(locale === undefined ? {} : { locale }) }]);
  if (asked.status !== 202) throw new Error(`sign-in answered ${asked.status}: ${await asked.text()}`);
  const bound = cookiesOf(asked);
  const letter = await stage.inbox.waitFor(email, /\d{6}/, { after: before });
  const done = await post(stage, ["/v1/portal/sign-in/code", { workspace, email, code: codeIn(letter) }], bound);
  if (!done.ok) throw new Error(`the code was answered ${done.status}: ${await done.text()}`);
  const session = cookiesOf(done).find((each) => /gv_member=/.test(each));
  if (session === undefined) throw new Error("no session was set");
  return session;
}

/** Puts a session into a visitor's browser. */
export async function carry(visitor: Visitor, stage: Stage, cookie: string): Promise<void> {
  const [name = "", ...value] = cookie.split("=");
  await visitor.context.addCookies([{ name, value: value.join("="), url: stage.url, httpOnly: true, sameSite: "Lax" }]);
}

function post(stage: Stage, [path, body]: [string, unknown], cookies: string[] = []): Promise<Response> {
  const origin = new URL(stage.url).origin;
  return fetch(stage.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", origin, "sec-fetch-site": "same-origin", cookie: cookies.join("; ") },
    body: JSON.stringify(body),
  });
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((each) => each.split(";", 1)[0]!);
}
