/** Who I am, and out. */
import { ActionIcon, Alert, Button, Group, Menu, Text } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { LogOut, UserRound } from "lucide-react";
import { roleWord } from "../areas/settings/role-words.ts";
import { t } from "../words/say.ts";
import { useMe } from "./me.ts";

async function leave(): Promise<void> {
  await fetch("/app/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }).catch(() => null);
  // What was typed by one person is not for the next one at this browser.
  sessionStorage.clear();
  location.assign("/app/sign-in");
}

export function AccountMenu() {
  const { operator, role } = useMe();
  const go = { component: Link, to: "/settings/account" } as object;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size={36} aria-label={t("My account")}>
          <UserRound size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={300}>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" style={{ overflowWrap: "anywhere" }}>
            {operator?.name ?? t("By the printed link")}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {operator === null ? roleWord(role) : `${operator.email} · ${roleWord(role)}`}
          </Text>
        </Menu.Label>
        <Menu.Item {...go} leftSection={<UserRound size={16} />}>
          {operator === null ? t("Make an account") : t("My account")}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void leave()}>
          {t("Sign out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whoever came by the printed link has no account yet: said until there is one, and not where it is made. */
export function NoAccountYet() {
  const { operator, workspace } = useMe();
  const { pathname } = useLocation();
  if (operator !== null || workspace.sandbox || pathname.startsWith("/settings/account") || pathname.startsWith("/setup")) return null;
  const go = { component: Link, to: "/settings/account" } as object;
  return (
    <Alert color="sky" variant="light" mb="md" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t("You came by a link that works once. Make an account, and you can sign in again.")}</Text>
        <Button {...go} size="xs" variant="default">
          {t("Make an account")}
        </Button>
      </Group>
    </Alert>
  );
}
