/**
 * Nobody is signed in, or the address is a page for such people. Secrets of links stand behind the `#`, which no browser
 * sends anywhere.
 */
import { Button } from "@mantine/core";
import { t } from "../../words/say.ts";
import { AccessFrame } from "./frame.tsx";
import { Invitation } from "./invitation.tsx";
import { MailedLink } from "./mailed-link.tsx";
import { PasswordPage } from "./password.tsx";
import { Reset } from "./reset.tsx";

const secret = /^\/app\/(sign-in|invitation|reset)/.test(location.pathname) ? location.hash.slice(1) : "";

export default function SignIn() {
  const { pathname } = location;
  const search = new URLSearchParams(location.search);
  if (search.get("done") !== null && search.get("back") === "close") return <Back />;
  if (pathname.startsWith("/app/invitation")) {
    const [slug = "", token = ""] = secret.split(".");
    return <Invitation link={{ slug, token }} />;
  }
  if (pathname.startsWith("/app/reset")) return <Reset token={secret} />;
  return secret === "" ? <PasswordPage /> : <MailedLink token={secret} />;
}

/** A tab that was opened to sign in again. */
function Back() {
  return (
    <AccessFrame title={t("You are signed in")} text={t("Close this tab and go on where you were: nothing that you typed is lost.")}>
      <Button size="md" onClick={() => close()}>
        {t("Close this tab")}
      </Button>
    </AccessFrame>
  );
}
