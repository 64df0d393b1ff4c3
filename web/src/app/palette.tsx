/** Ctrl-K: go anywhere by name, find people, codes, orders and rewards, and begin what is begun often. */
import "@mantine/spotlight/styles.css";
import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  Building,
  CalendarClock,
  Coins,
  FlaskConical,
  History,
  LifeBuoy,
  Package,
  Plus,
  Share2,
  Sprout,
  Tag,
  Ticket,
  User,
} from "lucide-react";
import { type ComponentType, type KeyboardEvent, useEffect, useState } from "react";
import { api, currentSlug, unwrap } from "../api/client.ts";
import { money } from "../words/format.ts";
import { t } from "../words/say.ts";
import { early } from "./early.ts";
import { useMay } from "./me.ts";
import { NAV, NAV_BELOW } from "./nav.ts";

type Found = {
  kind: string;
  id: string;
  title: string;
  text: string | null;
  person: string | null;
  value: { amount: number; currency: string } | null;
};
type Go = { to: string; label: string; text: string };

const ICONS: Record<string, ComponentType<{ size?: number }>> = {
  person: User,
  code: Tag,
  coupon: Ticket,
  order: Package,
  referral: Share2,
  reward: Coins,
  payout: Coins,
  event: CalendarClock,
  program: Sprout,
  company: Building,
  ticket: LifeBuoy,
};

/** What a result is, in a word, and where it leads. */
function leads(found: Found): { kind: string; to: string } {
  const person = found.person === null ? "/people" : `/people/${found.person}`;
  const ways: Record<string, { kind: string; to: string }> = {
    person: { kind: t("Person"), to: person },
    code: { kind: t("Code"), to: person },
    coupon: { kind: t("Coupon"), to: `/rewards/${found.id}` },
    order: { kind: t("Order"), to: person },
    referral: { kind: t("Referral"), to: `/referrals/${found.id}` },
    reward: { kind: t("Reward"), to: `/rewards/${found.id}` },
    payout: { kind: t("Payout"), to: "/rewards/payouts" },
    event: { kind: t("Event"), to: `/developers/events/${found.id}` },
    program: { kind: t("Program"), to: `/programs/${found.id}` },
    ticket: { kind: t("Question"), to: "/support" },
  };
  return ways[found.kind] ?? { kind: found.kind, to: "/" };
}

const RECENT = `gv-recent:${currentSlug ?? ""}`;
const KEPT = 5;

/** What was opened from here last, in this tab: names do not outlive it. */
function recent(): Go[] {
  try {
    return JSON.parse(sessionStorage.getItem(RECENT) ?? "[]") as Go[];
  } catch {
    return [];
  }
}
const remember = (go: Go): void =>
  sessionStorage.setItem(RECENT, JSON.stringify([go, ...recent().filter((each) => each.to !== go.to)].slice(0, KEPT)));

export default function Palette() {
  const may = useMay();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [typed] = useDebouncedValue(query.trim(), 120);
  const found = useQuery({
    queryKey: ["palette", typed],
    enabled: typed.length >= 2,
    staleTime: 30_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await unwrap(api.POST("/v1/search", { body: { q: typed }, signal }))).data as Found[],
  });
  useEffect(() => {
    const open = (): void => spotlight.open();
    addEventListener("gv:palette", open);
    early.loaded = true;
    if (early.asked) open();
    early.asked = false;
    return () => removeEventListener("gv:palette", open);
  }, []);

  const go = (to: string): void => {
    const [path = "/", query = ""] = to.split("?");
    void navigate({ to: path as "/", search: Object.fromEntries(new URLSearchParams(query)) });
  };
  const words = query.trim().toLowerCase().split(/\s+/);
  const matches = (label: string): boolean => words.every((word) => label.toLowerCase().includes(word));
  const pages: SpotlightActionData[] = [...NAV, ...NAV_BELOW]
    .filter((each) => may(each.permission) && matches(each.label()))
    .map(({ label, to, icon: Icon }) => ({ id: to, label: label(), leftSection: <Icon size={18} />, onClick: () => go(to) }));
  const acts = actsFor(may)
    .filter(({ label }) => matches(label))
    .map(({ label, to, icon: Icon }) => ({ id: `act:${to}`, label, leftSection: <Icon size={18} />, onClick: () => go(to) }));
  const results = typed.length < 2 ? [] : (found.data ?? []).map((each) => resultOf(each, go));
  const last =
    query.trim() === ""
      ? recent().map((each) => ({
          id: `recent:${each.to}`,
          label: each.label,
          description: each.text,
          leftSection: <History size={18} />,
          onClick: () => go(each.to),
        }))
      : [];
  const groups: SpotlightActionGroupData[] = [
    { group: t("Found"), actions: results },
    { group: t("Opened last"), actions: last },
    { group: t("Go to"), actions: pages },
    { group: t("Do"), actions: acts },
  ].filter((each) => each.actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      // What is found and what matches is decided above, and by the server.
      filter={(_query, actions) => actions}
      shortcut="mod + K"
      attributes={{ content: { "aria-label": t("Search") } }}
      scrollable
      maxHeight="min(70vh, 560px)"
      nothingFound={
        found.isFetching ? (
          t("Searching")
        ) : found.error ? (
          <Text size="sm">{t("The search failed. Try again in a moment.")}</Text>
        ) : (
          t("Nothing found")
        )
      }
      searchProps={{ placeholder: t("Go to, or search"), "aria-label": t("Go to, or search"), onKeyDown: enterFirst }}
      onSpotlightClose={() => setQuery("")}
    />
  );
}

/** What was found after the typing ended is selected by nobody: Enter means the first. */
function enterFirst(event: KeyboardEvent): void {
  if (event.key !== "Enter" || document.querySelector(".mantine-Spotlight-action[data-selected]") !== null) return;
  document.querySelector<HTMLElement>(".mantine-Spotlight-action")?.click();
}

function resultOf(found: Found, go: (to: string) => void): SpotlightActionData {
  const { kind, to } = leads(found);
  const Icon = ICONS[found.kind] ?? User;
  const more = [found.value === null ? null : money(found.value.amount, found.value.currency), found.text].filter(
    (each) => each !== null && each !== "",
  );
  const text = [kind, ...more].join(" · ");
  return {
    id: `${found.kind}:${found.id}`,
    label: found.title,
    description: text,
    leftSection: <Icon size={18} />,
    onClick: () => {
      remember({ to, label: found.title, text });
      go(to);
    },
  };
}

function actsFor(may: (permission: string) => boolean): { label: string; to: string; icon: ComponentType<{ size?: number }> }[] {
  return [
    { label: t("New program"), to: "/setup?step=define", icon: Plus, permission: "programs:write" },
    { label: t("Send test purchase"), to: "/setup?step=launch", icon: FlaskConical, permission: "programs:write" },
    { label: t("Where is my reward?"), to: "/referrals/desk", icon: LifeBuoy, permission: "referrals:read" },
    { label: t("Import people"), to: "/people/import", icon: Plus, permission: "imports:write" },
    { label: t("New payout"), to: "/rewards/payouts/new", icon: Coins, permission: "payouts:write" },
  ].filter((each) => may(each.permission));
}
