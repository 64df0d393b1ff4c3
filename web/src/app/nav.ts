/** The rail: where things are. An entry is shown to whoever has its permission. */
import { BookOpen, Code, Coins, Home, LifeBuoy, Megaphone, Settings, Share2, ShieldAlert, Sprout, Users } from "lucide-react";
import type { ComponentType } from "react";

export type NavEntry = {
  /** English; said through t() where it is shown. */
  label: string;
  to: string;
  icon: ComponentType<{ size?: number }>;
  permission: string;
};

export const NAV: readonly NavEntry[] = [
  { label: "Home", to: "/", icon: Home, permission: "settings:read" },
  { label: "Programs", to: "/programs", icon: Sprout, permission: "programs:read" },
  { label: "People", to: "/people", icon: Users, permission: "people:read" },
  { label: "Referrals", to: "/referrals", icon: Share2, permission: "referrals:read" },
  { label: "Rewards", to: "/rewards", icon: Coins, permission: "rewards:read" },
  { label: "Risk", to: "/risk", icon: ShieldAlert, permission: "reviews:read" },
  { label: "Campaigns", to: "/campaigns", icon: Megaphone, permission: "messages:read" },
  { label: "Content", to: "/content", icon: BookOpen, permission: "programs:read" },
  { label: "Support", to: "/support", icon: LifeBuoy, permission: "people:read" },
];
export const NAV_BELOW: readonly NavEntry[] = [
  { label: "Developers", to: "/developers", icon: Code, permission: "webhooks:read" },
  { label: "Settings", to: "/settings", icon: Settings, permission: "settings:read" },
];
