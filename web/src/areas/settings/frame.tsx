/** The pages of the settings, one beside the other. */
import type { ReactNode } from "react";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

export function SettingsFrame({
  title,
  text,
  acts,
  children,
}: {
  title: string;
  text?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
}) {
  const may = useMay();
  const pages = [
    { to: "/settings", label: t("Workspace") },
    { to: "/settings/account", label: t("My account") },
    ...(may("operators:read") ? [{ to: "/settings/operators", label: t("Operators") }] : []),
    ...(may("keys:read") ? [{ to: "/settings/keys", label: t("Keys") }] : []),
    { to: "/settings/domains", label: t("Domains") },
    ...(may("audit:read") ? [{ to: "/settings/audit", label: t("Audit log") }] : []),
  ];
  return (
    <Page title={title} text={text} acts={acts}>
      <SubNav of={pages} label={t("Settings")} />
      {children}
    </Page>
  );
}
