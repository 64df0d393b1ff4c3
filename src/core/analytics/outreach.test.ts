import { expect, test } from "vitest";
import { outreachCalendar } from "./outreach.ts";

test("a calendar holds no week above its pace, nobody twice, and mails only those who may be written to", () => {
  const people = (from: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `p${from + i}`, mayMail: (from + i) % 3 !== 0 }));
  const steps = outreachCalendar(
    [
      { id: "a", people: people(0, 80) },
      { id: "b", people: people(40, 80) },
      { id: "club", people: [] },
    ],
    { weeks: 4, mails: 20, notes: 5 },
  );
  for (let week = 0; week < 4; week++)
    for (const [way, most] of [
      ["mail", 20],
      ["note", 5],
    ] as const)
      expect(steps.filter((step) => step.week === week && step.way === way).length).toBeLessThanOrEqual(most);
  const asked = steps.map((step) => step.person).filter((id) => id !== null);
  expect(new Set(asked).size).toBe(asked.length);
  expect(steps.filter((step) => step.way === "mail").every((step) => Number(step.person!.slice(1)) % 3 !== 0)).toBe(true);
  expect(steps.filter((step) => step.group === "club")).toEqual([{ week: 0, way: "note", group: "club", person: null }]);
  expect(steps.filter((step) => step.way === "mail").length).toBe(Math.min(80, people(0, 120).filter((p) => p.mayMail).length - 12));
});
