import { expect, test } from "vitest";
import { type Winner, answerPrize, settleWinners } from "./prizes.ts";

const drawn = (position: number, more: Partial<Winner> = {}): Winner => ({
  position,
  participant: `p${position}`,
  person: `person-${position}`,
  place: null,
  status: "waiting",
  notifiedAt: null,
  acceptBy: null,
  decidedAt: null,
  paidAt: null,
  ...more,
});
const time = { winners: 2, at: 1000, acceptBy: 8000 };
const asked = (row: Winner, place: number): Winner => ({ ...row, place, status: "notified", notifiedAt: 0, acceptBy: 1000 });

test("the first of the draw are asked, in its order, and nothing changes when it is settled again", () => {
  const first = settleWinners([drawn(1), drawn(2), drawn(3)], time);
  expect(first.map((row) => [row.position, row.place, row.status, row.acceptBy])).toEqual([
    [1, 1, "notified", 8000],
    [2, 2, "notified", 8000],
  ]);
  expect(settleWinners([...first, drawn(3)], time)).toEqual([]);
});

test("the last millisecond is in time; one later the prize is the next one's, with the place that became free", () => {
  const rows = [asked(drawn(1), 1), asked(drawn(2), 2), drawn(3)];
  expect(settleWinners(rows, time)).toEqual([]);
  const late = settleWinners([{ ...rows[0]!, status: "accepted" }, rows[1]!, rows[2]!], { ...time, at: 1001 });
  expect(late.map((row) => [row.position, row.place, row.status])).toEqual([
    [2, 2, "lapsed"],
    [3, 2, "notified"],
  ]);
});

test("who was erased neither keeps nor gets a prize", () => {
  const rows = [{ ...asked(drawn(1), 1), person: null }, asked(drawn(2), 2), { ...drawn(3), person: null }, drawn(4)];
  expect(settleWinners(rows, time).map((row) => [row.position, row.status])).toEqual([
    [1, "lapsed"],
    [3, "lapsed"],
    [4, "notified"],
  ]);
});

test("an answer counts once and in time; a no to the wrong person says why", () => {
  const row = asked(drawn(1), 1);
  expect(answerPrize(row, true, 1000)).toMatchObject({ status: "accepted", decidedAt: 1000 });
  expect(answerPrize(row, true, 1001)).toBe("too_late");
  expect(answerPrize(undefined, true, 0)).toBe("not_a_winner");
  expect(answerPrize(drawn(2), true, 0)).toBe("not_her_turn");
  expect(answerPrize({ ...row, status: "lapsed" }, true, 0)).toBe("too_late");
  expect(answerPrize({ ...row, status: "declined" }, true, 0)).toBe("declined");
  const accepted: Winner = { ...row, status: "accepted" };
  expect(answerPrize(accepted, true, 5000)).toBe(accepted);
});
