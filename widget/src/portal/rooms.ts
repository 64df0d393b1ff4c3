/** Every screen: its address, its icon, and whether this program has it. The order is that of the menu. */
import type { IconName } from "./icons.ts";
import { LISTS, type Model } from "./model.ts";
import type { Feature } from "./types.ts";
import { howScreen } from "./screens/how.ts";
import { learnScreen } from "./screens/learn.ts";
import { LIST_ICONS, listScreen } from "./screens/list.ts";
import { referralsScreen } from "./screens/referrals.ts";
import { rewardsScreen } from "./screens/rewards.ts";
import { settingsScreen } from "./screens/settings.ts";
import { shareScreen } from "./screens/share.ts";
import { standingScreen } from "./screens/standing.ts";
import { helpScreen, nameClaimScreen, retroClaimScreen, testimonialScreen } from "./screens/tell.ts";
import type { View } from "./ui.ts";

export type Room = {
  key: string;
  /** The key of its word in the menu. */
  label: string;
  icon: IconName;
  /** Any of these; empty: always. */
  features: readonly Feature[];
  view: (model: Model) => View;
};

const room = (key: string, icon: IconName, rest: { features?: readonly Feature[]; view: (model: Model) => View }): Room => ({
  key,
  icon,
  label: `nav.${key}`,
  features: rest.features ?? [],
  view: rest.view,
});

const lists: Room[] = LISTS.map((key) => ({
  key,
  label: `list.${key}.title`,
  icon: LIST_ICONS[key],
  features: [key],
  view: listScreen(key),
}));

const ROOMS: readonly Room[] = [
  room("share", "share", { features: ["share"], view: shareScreen }),
  ...lists.filter(({ key }) => key !== "catalogue"),
  room("referrals", "people", { features: ["referrals"], view: referralsScreen }),
  room("rewards", "gift", { features: ["rewards"], view: rewardsScreen }),
  ...lists.filter(({ key }) => key === "catalogue"),
  room("standing", "star", { features: ["levels", "badges", "leaderboard", "contest"], view: standingScreen }),
  room("how", "info", { view: howScreen }),
  room("learn", "book", { features: ["learn"], view: learnScreen }),
  room("name_claim", "people", { features: ["name_claim"], view: nameClaimScreen }),
  room("retro_claim", "back", { features: ["retro_claim"], view: retroClaimScreen }),
  room("testimonial", "chat", { features: ["testimonial"], view: testimonialScreen }),
  room("help", "help", { view: helpScreen }),
  room("settings", "gear", { view: settingsScreen }),
];

/** What this program has, in the order of the menu. */
export function roomsOf(model: Model): Room[] {
  // Deals are claims with a name of their own: one list is enough.
  const isTwice = (key: string): boolean => key === "claim" && model.has("deals");
  const { order = [], hidden = [] } = model.home.value?.program.rooms ?? {};
  const shown = ROOMS.filter(
    ({ key, features }) => (features.length === 0 || model.has(...features)) && !isTwice(key) && !hidden.includes(key),
  );
  const first = order.flatMap((key) => shown.filter((each) => each.key === key));
  return [...first, ...shown.filter((each) => !first.includes(each))];
}

/** The bar on a phone holds four and "more": sharing, what came of it, what it brought, and the kind's own first. */
export function tabsOf(rooms: readonly Room[], order: readonly string[]): Room[] {
  if (rooms.length <= 5) return [...rooms];
  const first = [...order, "share", ...LISTS.filter((key) => key !== "catalogue"), "referrals", "rewards", "standing", "how", "settings"];
  const found = [...new Set(first)].flatMap((key) => rooms.filter((each) => each.key === key));
  const kinds = found.filter((each) => lists.includes(each));
  // At most one of the kind's own in the bar; the others are under "more".
  return found.filter((each) => !kinds.slice(1).includes(each)).slice(0, 4);
}
