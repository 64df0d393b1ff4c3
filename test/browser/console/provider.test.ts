/** Signing in to the console by the installation's own provider: a real one (oidc-provider), through its own pages, in a browser. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { hasBrowser } from "../../support/browser.ts";
import { browserTest, openConsole, operatorCookie } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let idp: http.Server;
beforeAll(async () => {
  if (!hasBrowser) return;
  idp = http.createServer();
  await new Promise<void>((resolve) => idp.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(idp.address() as AddressInfo).port}`;
  stage = await openStage({
    CONSOLE_OIDC_ISSUER: issuer,
    CONSOLE_OIDC_CLIENT_ID: "grapevine",
    CONSOLE_OIDC_CLIENT_SECRET: "s3cret-of-the-console",
    CONSOLE_OIDC_NAME: "Acme Login",
  });
  const provider = new Provider(issuer, {
    clients: [{ client_id: "grapevine", client_secret: "s3cret-of-the-console", redirect_uris: [`${stage.url}/app/auth/callback/oidc`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // The login is the address's first part; "unverified-..." has one that nobody has checked.
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => {
        const email = `${id.replace(/^unverified-/, "")}@operators.example`;
        return { sub: id, email, email_verified: !id.startsWith("unverified-"), name: id };
      },
    }),
  });
  idp.on("request", provider.callback());
});
afterAll(async () => {
  await stage?.close();
  idp?.closeAllConnections();
  idp?.close();
});

/** Through the provider's pages as `login`; it comes back by itself. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.goto(`${stage.url}/app/sign-in`, { waitUntil: "domcontentloaded" });
  await page.getByRole("button", { name: "Sign in with Acme Login" }).click();
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill("x");
  await page.locator('button[type="submit"]').click();
  // A page of its own: the button of the one before is not pressed twice.
  await page.locator('input[name="password"]').waitFor({ state: "detached" });
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.origin === stage.url);
}

browserTest(
  "an operator comes in by the provider as who she is here; a stranger, and an address that the provider has not checked, do not",
  async () => {
    await operatorCookie(stage, "finance");
    await operatorCookie(stage, "owner");
    const operator = await openConsole(stage, { cookie: "gv_none=x", expected: [/./] });
    await signInThere(operator.page, "finance");
    await operator.page.getByRole("navigation", { name: "Main" }).waitFor();
    const me = await operator.page.evaluate<{ role: string; operator: { email: string } }>("fetch('/v1/me').then((r) => r.json())");
    expect(me).toMatchObject({ role: "finance", operator: { email: "finance@operators.example" } });
    await operator.close();

    for (const login of ["nobody", "unverified-owner"]) {
      const other = await openConsole(stage, { cookie: "gv_none=x", expected: [/./] });
      await signInThere(other.page, login);
      await other.page.getByText("The provider did not say yes").waitFor();
      expect(await other.page.evaluate<number>("fetch('/v1/me').then((r) => r.status)")).toBe(401);
      await other.close();
    }
  },
  90_000,
);
