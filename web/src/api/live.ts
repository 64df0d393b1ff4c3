/**
 * News as it happens, by server-sent events: what has changed is asked again, and the screen follows without a reload. Read by fetch and
 * not by EventSource, which cannot say the workspace in a header. Only while the window is seen: browsers allow few connections a site.
 */
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { openStream } from "./client.ts";
import { queries, refresh } from "./query.ts";

export type Notice = { kind: string; type: string; id: string; program: string | null; at: string | null };
export type LiveState = "starting" | "live" | "cut";

/** What each kind of news makes ask again. Below "/v1/people" are a person's balances, which nearly everything may change. */
const MONEY = ["/v1/people", "/v1/rewards", "/v1/ledger", "/v1/payouts", "/v1/budgets"] as const;
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  event: ["/v1/events", "/v1/people", "/v1/reviews", "/v1/cases", "/v1/claims", "/v1/deliverables", "/v1/help"],
  referral: ["/v1/referrals", "/v1/people", "/v1/reviews", "/v1/claims", "/v1/deals", "/v1/cases", "/v1/advocates"],
  reward: [...MONEY, "/v1/coupons", "/v1/coupon-pools", "/v1/contests", "/v1/leaderboards", "/v1/reviews"],
  payout: [...MONEY],
  advocate: ["/v1/advocates", "/v1/applications", "/v1/people", "/v1/levels"],
  lead: ["/v1/leads", "/v1/cases"],
  contest: ["/v1/contests"],
  program: ["/v1/programs"],
  budget: ["/v1/budgets"],
  fraud: ["/v1/reviews"],
  claim: ["/v1/claims", "/v1/deals", "/v1/vacancies"],
  application: ["/v1/applications", "/v1/advocates"],
  ticket: ["/v1/help", "/v1/tickets", "/v1/feedback"],
  person: ["/v1/people"],
};
/** What is asked at most so often however much happens. */
const EVERY_MS = 1_000;
/** A page's own reads go first: listening begins when none of them has been under way for so long. */
const QUIET_MS = 1_200;
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 30_000];
/** A beat comes every 15 s: after this long without one, the line is dead whatever the socket says. */
const SILENCE_MS = 40_000;

const state = { now: "starting" as LiveState, watchers: new Set<() => void>() };

function become(now: LiveState): void {
  if (state.now === now) return;
  state.now = now;
  for (const each of state.watchers) each();
}

/** Whether news arrive: shown where they do not. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => (state.watchers.add(watcher), () => void state.watchers.delete(watcher)),
    () => state.now,
  );
}

/** Listens while the shell is shown, for whoever may hear. */
export function useLive(mayHear: boolean): void {
  const fetching = useIsFetching();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!mayHear || ready || fetching > 0) return;
    const timer = setTimeout(() => setReady(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [mayHear, fetching, ready]);
  useEffect(() => (ready ? listen() : undefined), [ready]);
}

function listen(): () => void {
  const over = new AbortController();
  const asker = createAsker();
  let last: string | undefined;
  let line: AbortController | undefined;
  const run = async (): Promise<void> => {
    for (let failures = 0; !over.signal.aborted; ) {
      await untilSeen(over.signal);
      line = new AbortController();
      const began = Date.now();
      const ended = await follow(AbortSignal.any([over.signal, line.signal]), last, (notice, id) => {
        last = id ?? last;
        asker(notice);
      }).catch(() => "failed" as const);
      if (over.signal.aborted) return;
      failures = ended === "ended" || Date.now() - began > 30_000 ? 0 : failures + 1;
      if (failures > 0 && !document.hidden) become("cut");
      if (failures > 0) await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1]! * (0.75 + Math.random() / 2), over.signal);
    }
  };
  const hide = (): void => {
    if (document.hidden) line?.abort();
  };
  document.addEventListener("visibilitychange", hide);
  void run();
  return () => {
    document.removeEventListener("visibilitychange", hide);
    over.abort();
  };
}

/** One connection, from its beginning to its end. */
async function follow(
  signal: AbortSignal,
  last: string | undefined,
  hear: (notice: Notice, id: string | undefined) => void,
): Promise<"ended" | "failed"> {
  const dead = new AbortController();
  let timer = setTimeout(() => dead.abort(), SILENCE_MS);
  try {
    const response = await openStream("/v1/stream", { signal: AbortSignal.any([signal, dead.signal]), last });
    if (!response.ok || response.body === null) return "failed";
    // While it was cut something may have happened that no notice tells of.
    if (state.now === "cut") void queries.invalidateQueries();
    become("live");
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let kept = ""; ; ) {
      const { done, value } = await reader.read();
      if (done) return "ended";
      clearTimeout(timer);
      timer = setTimeout(() => dead.abort(), SILENCE_MS);
      const parts = (kept + value).split("\n\n");
      kept = parts.pop() ?? "";
      for (const part of parts) tell(part, hear);
    }
  } finally {
    clearTimeout(timer);
  }
}

function tell(part: string, hear: (notice: Notice, id: string | undefined) => void): void {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
  const data = field("data");
  if (field("event") === "notice" && data !== undefined) hear(JSON.parse(data) as Notice, field("id"));
}

/** Asks again for what notices are about, once for all that came within a second. */
function createAsker(): (notice: Notice) => void {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAt = 0;
  return ({ kind }) => {
    for (const path of CHANGED[kind] ?? []) changed.add(path);
    changed.add("/v1/home");
    timer ??= setTimeout(
      () => {
        timer = undefined;
        askedAt = Date.now();
        const paths = [...changed];
        changed.clear();
        void refresh(paths);
      },
      Math.max(150, askedAt + EVERY_MS - Date.now()),
    );
  };
}

async function untilSeen(signal: AbortSignal): Promise<void> {
  while (document.hidden && !signal.aborted)
    await new Promise<void>((resolve) => {
      const seen = (): void => (
        document.removeEventListener("visibilitychange", seen),
        signal.removeEventListener("abort", seen),
        resolve()
      );
      document.addEventListener("visibilitychange", seen);
      signal.addEventListener("abort", seen);
    });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
