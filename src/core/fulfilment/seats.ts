/** Who has a seat at a gathering: in the order of joining, the rest wait in that order. */
export type Place = { person: string; state: "seat" | "waiting" | "left"; nth: number };

/** Who moves up now that seats are free; a smaller number of seats takes none away. Oldest first. */
export function movesUp(places: readonly Place[], seats: number): Place[] {
  const free = seats - places.filter((p) => p.state === "seat").length;
  const waiting = places.filter((p) => p.state === "waiting").sort((a, b) => a.nth - b.nth);
  return waiting.slice(0, Math.max(0, free));
}

/** Place on the waiting list, from 1; null for who does not wait. */
export function waitingPlace(places: readonly Place[], person: string): number | null {
  const waiting = places.filter((p) => p.state === "waiting").sort((a, b) => a.nth - b.nth);
  const index = waiting.findIndex((p) => p.person === person);
  return index < 0 ? null : index + 1;
}
