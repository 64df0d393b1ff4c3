/** Who is asked when: so many a week by mail and by a note of one's own, the likeliest first. */

export type Way = "mail" | "note";
/** `people` in the order in which they are to be asked; empty for a group whose people are not known, which is one note to write. */
export type OutreachGroup = { id: string; people: readonly { id: string; mayMail: boolean }[] };
export type OutreachPace = { weeks: number; mails: number; notes: number };
export type OutreachStep = { week: number; way: Way; group: string; person: string | null };

/**
 * The calendar. Notes of one's own go to the likeliest and to groups; mails to those who may be written to. Nobody is in it twice, and no
 * week holds more than its pace.
 */
export function outreachCalendar(groups: readonly OutreachGroup[], pace: OutreachPace): OutreachStep[] {
  const notes: Omit<OutreachStep, "week" | "way">[] = [];
  const mails: Omit<OutreachStep, "week" | "way">[] = [];
  const seen = new Set<string>();
  for (const group of groups) if (group.people.length === 0) notes.push({ group: group.id, person: null });
  const room = pace.weeks * pace.notes;
  const rest: typeof notes = [];
  for (const group of groups)
    for (const { id, mayMail } of group.people) {
      if (seen.has(id)) continue;
      seen.add(id);
      const step = { group: group.id, person: id };
      if (notes.length < room) notes.push(step);
      else if (mayMail) mails.push(step);
      else rest.push(step);
    }
  const dated = (steps: typeof notes, way: Way, aWeek: number): OutreachStep[] =>
    steps.slice(0, pace.weeks * aWeek).map((step, i) => ({ ...step, way, week: Math.floor(i / Math.max(1, aWeek)) }));
  const calendar = [...dated([...notes, ...rest], "note", pace.notes), ...dated(mails, "mail", pace.mails)];
  return calendar.sort((a, b) => a.week - b.week);
}
