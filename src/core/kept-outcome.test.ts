import fc from "fast-check";
import { expect, test } from "vitest";
import { type EventOutcome, OUTCOMES, STATUSES } from "./event.ts";
import { externalId } from "./id.ts";
import { keepOutcome, tracePath, wholeOutcome } from "./kept-outcome.ts";

const ID = "01a2054a-167e-891d-89f1-77745081ef3f";
const id = externalId("evt", ID);
const text = fc.string({ minLength: 1, maxLength: 8 });
const orNull = (of: fc.Arbitrary<string>) => fc.option(of, { nil: null });
const reward = fc.record({
  id: text,
  rule: text,
  to: text,
  kind: text,
  value: fc.record({ amount: fc.maxSafeInteger(), currency: text }),
  state: text,
  available_at: orNull(text),
});
const decision = fc.record({
  program: text,
  outcome: fc.constantFrom(...OUTCOMES),
  referral: orNull(text),
  stage: orNull(text),
  rewards: fc.array(reward, { maxLength: 2 }),
  reason: orNull(text),
  provisional: fc.boolean(),
  trace: fc.constant(tracePath(id)),
});
const outcome: fc.Arbitrary<EventOutcome> = fc.record(
  {
    id: fc.constant(id),
    client_id: text,
    status: fc.constantFrom(...STATUSES),
    decisions: fc.array(decision, { maxLength: 3 }),
    error: fc.record({ code: text, detail: text }),
  },
  { requiredKeys: ["id", "client_id", "status", "decisions"] },
);

test("an answer comes back as it was told, letter by letter, whether it was kept short or whole", () => {
  fc.assert(
    fc.property(outcome, (told) => {
      const of = { id: ID, client_id: told.client_id, status: told.status };
      const written = JSON.stringify(told);
      expect(JSON.stringify(wholeOutcome(of, JSON.parse(JSON.stringify(keepOutcome(told)))))).toBe(written);
      expect(JSON.stringify(wholeOutcome({ ...of, status: "failed" }, JSON.parse(written)))).toBe(written);
    }),
    { numRuns: 1000 },
  );
});

test("what is kept of most answers is a third of what was told", () => {
  const told: EventOutcome = {
    id,
    client_id: "order-1",
    status: "settled",
    decisions: ["a", "b"].map((program) => ({
      program,
      outcome: "not_referred",
      referral: null,
      stage: "order",
      rewards: [],
      reason: "no_touch",
      provisional: false,
      trace: tracePath(id),
    })),
  };
  expect(JSON.stringify(keepOutcome(told)).length).toBeLessThan(JSON.stringify(told).length / 2.5);
});
