/**
 * `/app` until the console comes: one plain page that says whether Grapevine is alive, what came in last and what became of it, whether
 * the books add up, and what to do next. Server-rendered, no script.
 */
import type { FastifyInstance } from "fastify";
import type { EventOutcome } from "../core/event.ts";
import { externalId } from "../core/id.ts";
import { minorToDecimal } from "../core/money.ts";
import { currencyDecimals } from "../core/currency.ts";
import { formatInstant } from "../core/time.ts";
import { inWorkspace } from "../store/db.ts";
import { type FactRow, listFacts } from "../store/events.ts";
import { type TrialRow, trialBalance } from "../store/ledger.ts";
import { listPrograms } from "../store/programs.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { sessionCookie, sessionOf } from "./access.ts";
import { escapeHtml, pageOf } from "./html.ts";

const EVENTS = 20;
const ACCOUNT_WORDS: Record<string, string> = {
  program_expense: "spent by programs",
  pending: "waiting",
  available: "available",
  in_flight: "on its way",
  settled: "paid or given",
  expired: "expired",
  clearing: "clearing",
};

/** Adds the page and the page of one event. Both need the sign-in link's cookie. */
export function addStatusPage(app: FastifyInstance): void {
  const { gv } = app;
  app.get("/", { config: { page: "public" } }, (_request, reply) => reply.redirect("/app", 302));
  app.get("/app", { config: { page: "session" } }, async (request, reply) => {
    const workspace = await sessionOf(request, request.cookies[sessionCookie(gv.secure)]);
    void reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store");
    if (workspace === null) return reply.code(401).send(signedOut());
    const readiness = await gv.services.readiness();
    const page = await inWorkspace(gv.pool, workspace, async (db) => {
      const [about, facts, trial, programs] = [
        await readWorkspace(workspace, db),
        await listFacts(workspace, db, { before: null, limit: EVENTS, personId: null, status: null, type: null, clientId: null }),
        await trialBalance(workspace, db),
        await listPrograms(workspace, db, { before: null, limit: 20 }),
      ];
      const alive = Object.entries(readiness.checks)
        .map(([name, word]) => `${name}: ${word}`)
        .join(", ");
      return pageOf(
        about?.name ?? "Grapevine",
        [
          `<p>${readiness.ready ? "Grapevine is alive." : "Grapevine is not ready."}`,
          `<small>${escapeHtml(alive)}; version ${escapeHtml(gv.version)}</small></p>`,
          section(
            "Programs",
            programs.length === 0
              ? empty("No program yet. A program says who is rewarded for what.")
              : list(programs.map((p) => `${code(p.key)} is ${escapeHtml(p.status)}`)),
          ),
          section("Last events", eventTable(facts)),
          section("Ledger", ledgerTable(trial)),
          section("Next steps", nextSteps(gv.publicUrl)),
          '<form method="post" action="/sign-out"><button>Sign out</button></form>',
        ].join("\n"),
      );
    });
    return page;
  });
}

function signedOut(): string {
  return pageOf(
    "Sign in first",
    `<p>Nobody is signed in here, or the session has ended. Open the sign-in link that <code>npm start</code> prints.
Every start prints a new one.</p>`,
  );
}

const section = (title: string, body: string): string => `<section><h2>${escapeHtml(title)}</h2>\n${body}</section>`;
const empty = (text: string): string => `<p><small>${escapeHtml(text)}</small></p>`;
const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

function eventTable(facts: readonly FactRow[]): string {
  if (facts.length === 0) return empty("Nothing has come in yet. The curl that npm start printed earns the first reward.");
  const rows = facts.map((fact) => {
    const id = externalId("evt", fact.id);
    const when = formatInstant(fact.at).slice(5, 16).replace("T", " ");
    const made = fact.client_id.startsWith("auto-") || fact.client_id.startsWith("joined:");
    const own = made ? "" : `<br><small>${escapeHtml(fact.client_id.slice(0, 40))}</small>`;
    return (
      `<tr><td>${escapeHtml(when)}</td><td>${escapeHtml(fact.type)}${own}</td>` +
      `<td>${whatBecame(fact)}</td><td><a href="/v1/events/${id}/trace">why</a></td></tr>`
    );
  });
  const head = "<thead><tr><th>When (UTC)</th><th>Event</th><th>Outcome</th><th>Trace</th></tr></thead>";
  return `<div class="wide"><table>${head}<tbody>${rows.join("")}</tbody></table></div>`;
}

/** The outcome in a few words: what was granted, or the reason why nothing was. */
function whatBecame(fact: FactRow): string {
  const outcome = fact.outcome as unknown as EventOutcome;
  if (fact.status !== "settled") return escapeHtml(fact.status);
  const words = outcome.decisions.map((d) => {
    const now = d.outcome === "adjusted" ? "now " : "";
    const rewards = d.rewards.map((r) => `${now}${amount(r.value.amount, r.value.currency)} ${ACCOUNT_WORDS[r.state] ?? r.state}`);
    const rest = d.reason === null ? d.outcome : `${d.outcome}: ${d.reason}`;
    return `${code(d.program)} ${escapeHtml(rewards.length > 0 ? rewards.join(", ") : rest.replaceAll("_", " "))}`;
  });
  return words.length === 0 ? "recorded" : words.join("<br>");
}

function amount(value: number, unit: string): string {
  return currencyDecimals(unit) === undefined ? `${value} ${unit}` : `${minorToDecimal(value, unit)} ${unit}`;
}

/** A sum over everybody; where no number holds it exactly, its digits in minor units. */
function sumOf(value: bigint, unit: string): string {
  return Number.isSafeInteger(Number(value)) ? amount(Number(value), unit) : `${value} (minor units) ${unit}`;
}

function ledgerTable(trial: readonly TrialRow[]): string {
  if (trial.length === 0) return empty("The ledger is empty: every unit sums to zero, as it always will.");
  const units = [...new Set(trial.map((row) => row.unit))];
  const rows = units.flatMap((unit) => {
    const mine = trial.filter((row) => row.unit === unit);
    const total = mine.reduce((sum, row) => sum + BigInt(row.amount), 0n);
    return [
      ...mine.map(
        (row) =>
          `<tr><td>${escapeHtml(ACCOUNT_WORDS[row.kind] ?? row.kind)}</td>` +
          `<td class="number">${escapeHtml(sumOf(BigInt(row.amount), unit))}</td></tr>`,
      ),
      `<tr><th>sum</th><th class="number">${escapeHtml(sumOf(total, unit))}</th></tr>`,
    ];
  });
  return `<table><tbody>${rows.join("")}</tbody></table>`;
}

function nextSteps(url: string): string {
  return list([
    `Read the API at <a href="/docs/api">${escapeHtml(url)}/docs/api</a>; everything here is also at <code>/v1</code>.`,
    "Try things in the sandbox: the <code>gv_test_</code> key has its own workspace and a clock that you can move.",
    'See what is told to people, and what was sent: <a href="/app/mail">mail</a>.',
    "Bring your past orders in: <code>npm run grapevine -- import --help</code>.",
    "Prove the books at any time: <code>npm run grapevine -- verify</code>.",
  ]);
}
