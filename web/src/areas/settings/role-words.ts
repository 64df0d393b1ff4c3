/** What each role is called, and what it does, in a sentence. */
import { t } from "../../words/say.ts";

export const ROLES = ["owner", "manager", "analyst", "support", "finance"] as const;
export type Role = (typeof ROLES)[number];

export function roleWord(role: string): string {
  const words: Record<string, string> = {
    owner: t("Owner"),
    manager: t("Manager"),
    analyst: t("Analyst"),
    support: t("Support"),
    finance: t("Finance"),
  };
  return words[role] ?? role;
}

export function roleDoes(role: string): string {
  const words: Record<string, string> = {
    owner: t("May do everything: also who works here, keys, payouts and further workspaces."),
    manager: t("Runs the programs: everything but operators, keys and paying out."),
    analyst: t("Sees figures and programs, changes nothing, and sees nobody's e-mail address or phone number."),
    support: t("Helps people: their referrals and rewards, with money acts up to 50 at once."),
    finance: t("Looks after money: rewards, budgets, the ledger and payouts; reads the rest."),
  };
  return words[role] ?? "";
}
