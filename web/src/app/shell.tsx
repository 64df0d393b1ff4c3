/** The frame around every page: the rail on the left (a drawer on phones), the workspace, search, and the page. */
import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Group,
  Kbd,
  Menu,
  NavLink,
  ScrollArea,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { ChevronsUpDown, Moon, Search, Sun } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import mark from "../mark.svg";
import { CONSOLE_LANGUAGES, type ConsoleLanguage, chooseLanguage, t } from "../words/say.ts";
import { useLive } from "../api/live.ts";
import { early, hearEarly } from "./early.ts";
import { LiveSign } from "./live-sign.tsx";
import { AccountMenu, NoAccountYet } from "./account-menu.tsx";
import { useMay, useMe } from "./me.ts";
import { NAV, NAV_BELOW, type NavEntry } from "./nav.ts";

const Palette = lazy(() => import("./palette.tsx"));
const Closed = lazy(() => import("./closed.tsx"));

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { closing } = useMe().workspace;
  useLive(useMay()("events:read"));
  useEffect(hearEarly, []);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", md: "lg" }}
    >
      <a className="gv-skip" href="#page">
        {t("Skip to the page")}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" gap="xs" wrap="nowrap">
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t("Menu")} />
          <img src={mark} alt="" width={24} height={24} style={{ flexShrink: 0 }} />
          <Workspaces />
          <Group ms="auto" gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
            <LiveSign />
            <SearchButton />
            <Appearance />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="gv-rail" aria-label={t("Main")}>
        <ScrollArea flex={1} type="never">
          <Entries entries={NAV} onGo={close} />
        </ScrollArea>
        <Entries entries={NAV_BELOW} onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <NoAccountYet />
        {closing !== null && (
          <Suspense fallback={null}>
            <Closed />
          </Suspense>
        )}
        <Outlet />
      </AppShell.Main>
      <Suspense fallback={null}>
        <Palette />
      </Suspense>
    </AppShell>
  );
}

function Entries({ entries, onGo }: { entries: readonly NavEntry[]; onGo: () => void }) {
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <Stack gap={2}>
      {entries
        .filter((each) => may(each.permission))
        .map(({ label, to, icon: Icon }) => {
          const active = to === "/" ? pathname === "/" : pathname === to || pathname.startsWith(`${to}/`);
          const go = { component: Link, to, onClick: onGo } as object;
          return (
            <NavLink
              key={to}
              {...go}
              label={label()}
              leftSection={<Icon size={18} />}
              active={active}
              variant="light"
              style={{ borderRadius: 8 }}
            />
          );
        })}
    </Stack>
  );
}

function Workspaces() {
  const me = useMe();
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton style={{ minWidth: 0 }}>
          <Group gap={6} wrap="nowrap">
            <Text fw={600} truncate maw={200} miw={0} dir="auto">
              {me.workspace.name}
            </Text>
            {me.workspace.sandbox && (
              <Text size="xs" c="amber">
                {t("Sandbox")}
              </Text>
            )}
            <ChevronsUpDown size={14} style={{ flexShrink: 0 }} aria-label={t("Choose a workspace")} />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {me.workspaces.map((each) => (
          <Menu.Item key={each.slug} component="a" href={`/app/${encodeURIComponent(each.slug)}`}>
            {each.name}{" "}
            {each.sandbox && (
              <Text span size="xs" c="dimmed">
                {t("Sandbox")}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function SearchButton() {
  const open = (): void => {
    early.asked = !early.loaded;
    dispatchEvent(new CustomEvent("gv:palette"));
  };
  return (
    <>
      <Button
        visibleFrom="sm"
        variant="default"
        size="xs"
        leftSection={<Search size={14} />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={open}
      >
        {t("Search")}
      </Button>
      <ActionIcon hiddenFrom="sm" variant="subtle" size={44} aria-label={t("Search")} onClick={open}>
        <Search size={20} />
      </ActionIcon>
    </>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size={36} aria-label={t("Appearance and language")}>
          {colorScheme === "dark" ? <Moon size={18} /> : <Sun size={18} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setColorScheme("light")}>{t("Light")}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme("dark")}>{t("Dark")}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme("auto")}>{t("As the device")}</Menu.Item>
        <Menu.Divider />
        {Object.entries(CONSOLE_LANGUAGES).map(([tag, name]) => (
          <Menu.Item key={tag} lang={tag} onClick={() => chooseLanguage(tag as ConsoleLanguage)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
