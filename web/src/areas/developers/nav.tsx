/** What the developers' corner holds, and the frame of its pages. */
import type { ReactNode } from "react";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

type Entry = { to: string; label: string; permission: string };

const entries = (): Entry[] => [
  { to: "/developers/events", label: t("Events"), permission: "events:read" },
  { to: "/developers/webhooks", label: t("Webhooks"), permission: "webhooks:read" },
  { to: "/developers/sources", label: t("Connected shops"), permission: "sources:read" },
  { to: "/developers/requests", label: t("Refused requests"), permission: "keys:read" },
  { to: "/developers/sandbox", label: t("Sandbox"), permission: "settings:read" },
  { to: "/developers/snippets", label: t("Snippets"), permission: "settings:read" },
  { to: "/developers/mail", label: t("Mailbox"), permission: "messages:read" },
  { to: "/developers/imports", label: t("Imports"), permission: "imports:read" },
  { to: "/developers/health", label: t("Health"), permission: "settings:read" },
];

/** Those that this operator may open. */
export function useDeveloperPages(): Entry[] {
  const may = useMay();
  return entries().filter((each) => may(each.permission));
}

type Props = { title: string; text?: ReactNode; acts?: ReactNode; children: ReactNode };

/** A page of the developers' corner: the links to its others, then itself. */
export function DeveloperPage({ children, ...rest }: Props) {
  return (
    <Page {...rest}>
      <SubNav of={useDeveloperPages()} label={t("Developers")} />
      {children}
    </Page>
  );
}
