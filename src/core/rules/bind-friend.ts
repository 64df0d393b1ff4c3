/** Who brought a friend: her binding to an advocate, when rules and evidence allow, and the referral as it begins. */
import { whyIneligible } from "../eligible.ts";
import { type Binding, chooseBinding } from "../attribution/bind.ts";
import type { Compiled, Timeline } from "../compiled.ts";
import { type Fact, type Reason, compareKeys } from "../facts.ts";
import type { OrderState } from "../order-state.ts";
import type { FoldContext, PersonState, Pin, Ref } from "../state.ts";
import { versionFor } from "./in-force.ts";

type Given = { context: FoldContext; timeline: Timeline; program: Compiled; order?: OrderState };

/** Binds the friend to an advocate if rules and evidence allow. @returns the reason when they do not. */
export function tryBind(s: PersonState, fact: Fact, given: Given): Reason | null {
  const { program, context, timeline } = given;
  const pin = context.pins?.[timeline.id];
  const isEarly = pin !== undefined && compareKeys(fact.at, fact.client, pin.at, pin.client) < 0;
  if (pin !== undefined && !isEarly) {
    bindTo(s, timeline.id, pinnedRef(pin));
    return null;
  }
  if (isEarly && pin.frozen !== true) return "no_touch";
  const found = chooseBinding(program, s.t, { fact, self: s.person, canonical: context.canonical });
  if (typeof found === "string") return found === "no_touch" && fact.evidenceProblem ? fact.evidenceProblem : found;
  const { who } = program.program.friends;
  if (who !== "anyone" && s.o > 0) return "not_new_customer";
  const first = context.companyFirst;
  // Its first purchase may be this very order, told earlier by another door.
  const isOwn = first !== undefined && given.order?.at === first.at && given.order.client === first.client;
  if (who === "new_customer_of_company" && first && !isOwn && compareKeys(first.at, first.client, fact.at, fact.client) < 0)
    return "not_new_customer";
  const unfit = whyIneligible(program.program.eligibility, fact.inputs);
  if (unfit !== null) return unfit;
  if (program.friendWhere && !program.friendWhere(fact, fact.order)) return asksRegion(program) ? "outside_region" : "not_eligible";
  // What is told after the freeze and happened before it moves nothing to somebody else, and loses nothing of hers.
  if (isEarly && found.advocate !== pin.advocate) return "no_touch";
  const promised = versionFor(timeline, found.named, fact.at) ?? program;
  bindTo(s, timeline.id, isEarly ? { ...pinnedRef(pin), b: fact.at, bc: fact.client, sa: fact.at } : bindingRef(found, fact, promised));
  return null;
}

/** A pinned binding as the fold begins it: at the pin's own instant, whichever fact of the friend's brings it up, if any does. */
export function pinnedRef(pin: Pin): Ref {
  const { advocate, link, kind, evidenceAt, client, version } = pin;
  const ref: Ref = { a: advocate, l: link, k: kind, ea: evidenceAt, b: pin.at, bc: client, v: version, s: -1, sa: pin.at, n: {} };
  if (pin.rejected) ref.r = 1;
  if (pin.team !== undefined) ref.tm = pin.team;
  return ref;
}

function bindingRef(b: Binding, fact: Fact, program: Compiled): Ref {
  const ref: Ref = {
    a: b.advocate,
    l: b.link,
    k: b.kind,
    ea: b.evidenceAt,
    b: fact.at,
    bc: fact.client,
    v: program.version,
    s: -1,
    sa: fact.at,
    n: {},
  };
  if (b.team !== undefined) ref.tm = b.team;
  return ref;
}

/** Once bound, the program's touches have done their work: they are not carried along. */
export function bindTo(s: PersonState, program: string, ref: Ref): void {
  s.p[program] = ref;
  if (s.t.length > 0) s.t = s.t.filter((e) => e.program !== program);
}

function asksRegion(program: Compiled): boolean {
  return JSON.stringify(program.program.friends.where).includes("person.country");
}
