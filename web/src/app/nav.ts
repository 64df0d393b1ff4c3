/** The rail: where things are. An entry is shown to whoever has its permission. */
import { BookOpen, ChartLine, Code, Coins, Home, LifeBuoy, Megaphone, Settings, Share2, ShieldAlert, Sprout, Users } from "lucide-react";
import type { ComponentType } from "react";
import { t } from "../words/say.ts";

export type NavEntry = {
  label: () => string;
  to: string;
  icon: ComponentType<{ size?: number }>;
  permission: string;
};

export const NAV: readonly NavEntry[] = [
  { label: () => t("Home"), to: "/", icon: Home, permission: "settings:read" },
  { label: () => t("Programs"), to: "/programs", icon: Sprout, permission: "programs:read" },
  { label: () => t("People"), to: "/people", icon: Users, permission: "people:read" },
  { label: () => t("Referrals"), to: "/referrals", icon: Share2, permission: "referrals:read" },
  { label: () => t("Rewards"), to: "/rewards", icon: Coins, permission: "rewards:read" },
  { label: () => t("Risk"), to: "/risk", icon: ShieldAlert, permission: "reviews:read" },
  { label: () => t("Campaigns"), to: "/campaigns", icon: Megaphone, permission: "messages:read" },
  { label: () => t("Content"), to: "/content", icon: BookOpen, permission: "programs:read" },
  { label: () => t("Support"), to: "/support", icon: LifeBuoy, permission: "people:read" },
  { label: () => t("Insights"), to: "/insights", icon: ChartLine, permission: "reports:read" },
];
export const NAV_BELOW: readonly NavEntry[] = [
  { label: () => t("Developers"), to: "/developers", icon: Code, permission: "webhooks:read" },
  { label: () => t("Settings"), to: "/settings", icon: Settings, permission: "settings:read" },
];
