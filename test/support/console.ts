/** The console in a browser: an operator who is signed in by the link that the start printed, on a stage's product. */
import type { Stage } from "./stage.ts";
import type { Visitor, VisitorOptions } from "./browser.ts";
import { browserTest } from "./browser.ts";

export { browserTest };

export type Operator = Visitor & {
  /** Opens `/app/<workspace><path>` and waits until nothing loads any more. `workspace`: the live one. */
  open(path: string, workspace?: string): Promise<void>;
};

const sessions = new WeakMap<Stage, Promise<string>>();

/** The cookie (`name=value`) of the sign-in link, redeemed once a stage. */
export function ownerCookie(stage: Stage): Promise<string> {
  const known = sessions.get(stage);
  if (known !== undefined) return known;
  const made = redeem(stage.product.info["sign_in_link"] ?? "");
  sessions.set(stage, made);
  return made;
}

async function redeem(link: string): Promise<string> {
  const { origin } = new URL(link);
  const answer = await fetch(link, { method: "POST", redirect: "manual", headers: { origin, "sec-fetch-site": "same-origin" } });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  if (cookie === "") throw new Error(`the sign-in link gave no cookie: ${answer.status}`);
  return cookie;
}

/** A browser window of an operator; `cookie` of somebody else than the owner. Close it at the test's end: that fails on complaints. */
export async function openConsole(stage: Stage, options: VisitorOptions & { cookie?: string } = {}): Promise<Operator> {
  const visitor = await stage.browser.visitor({ device: "desktop", ...options });
  const [name = "", ...value] = (options.cookie ?? (await ownerCookie(stage))).split("=");
  await visitor.context.addCookies([{ name, value: value.join("="), url: stage.url }]);
  return Object.assign(visitor, {
    async open(path: string, workspace = stage.liveWorkspace) {
      await visitor.page.goto(`${stage.url}/app/${workspace}${path}`, { waitUntil: "networkidle" });
    },
  });
}
