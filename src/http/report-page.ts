/**
 * A report that was shared by a link, as a page to read: figures with their intervals, the days as a line, the groups, what each figure
 * means, how fresh it is and until when it shows. No script, no session, nothing about anybody, and nothing for search engines.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { metricOf } from "../core/analytics/metrics.ts";
import { amountWords, dayWords, figureWords, type ReportVoice } from "../core/told/report-words.ts";
import { formats } from "../core/words/format.ts";
import { isRightToLeft } from "../core/words.ts";
import { addressOf } from "./address.ts";
import { count } from "./guard.ts";
import { escapeHtml, pageOf } from "./html.ts";
import { dayLine } from "./report-line.ts";
import { type SharedReport, openShared } from "./shared-report.ts";
import { speakerOf } from "./speech.ts";

type Asked = FastifyRequest<{ Params: { workspace: string; token: string } }>;

const STYLE = `main { max-width: 60rem } td, th { text-align: start } .number { text-align: end }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 16px 24px }
.figures dt { color: var(--muted); font-size: 14px }
.figures dd { margin: 0; font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums }
.meant dt { font-weight: 600; margin-top: 8px } .meant dd { margin: 0; max-width: 70ch }
svg { display: block; width: 100%; height: 180px; color: var(--vine) }
.ends { display: flex; justify-content: space-between; margin: 0; max-width: none }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000 } }`;

export function addReportPage(app: FastifyInstance): void {
  app.get("/reports/:workspace/:token", { config: { page: "public" } }, async (request: Asked, reply) => {
    await count(request, reply, { policy: "shared_report", target: addressOf(request.ip) });
    const { workspace, token } = request.params;
    const shared = workspace.length > 64 || token.length > 100 ? null : await openShared(app.gv.pool, { workspace, token });
    const speaker = speakerOf(request);
    if (shared === null) {
      const text = speaker.say("Nothing is shown by this link: its days are over, it was taken back, or it is not whole.");
      const more = speaker.say("Whoever sent it to you can make a new one.");
      const body = `<p>${escapeHtml(text)}</p>\n<p>${escapeHtml(more)}</p>`;
      return answer(reply.code(404), speaker.language, pageOf(speaker.say("This report is not here"), body));
    }
    const voice = { speaker, formats: formats(speaker.language, shared.whole.period.zone) };
    return answer(reply, speaker.language, pageOf(shared.view.name, bodyOf(shared, voice)));
  });
}

function answer(reply: FastifyReply, language: ReportVoice["speaker"]["language"], page: string): FastifyReply {
  const head = `<html lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}">`;
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "private, no-store")
    .header("referrer-policy", "no-referrer")
    .header("x-robots-tag", "noindex, nofollow")
    .send(page.replace('<html lang="en">', () => head).replace("</style>", () => `\n${STYLE}</style>`));
}

function bodyOf({ view, whole, workspace }: SharedReport, voice: ReportVoice): string {
  const { say } = voice.speaker;
  const p = (text: string): string => `<p>${escapeHtml(text)}</p>`;
  const [from, to] = [whole.period.from, whole.period.to].map((day) => dayWords(day, voice.formats)) as [string, string];
  const at = (text: string): string => voice.formats.dateTime(Date.parse(text));
  const asOf = whole.freshness.as_of;
  const until = say("This page shows until {at}. Figures only: nobody is named.", { at: voice.formats.dateTime(view.expires_at) });
  return [
    p(say("{workspace}: {from} to {to}, days of {zone}.", { workspace, from, to, zone: whole.period.zone })),
    whole.program === null ? "" : p(say("Program: {program}.", { program: whole.program })),
    asOf === null ? "" : p(say("Everything received before {at} is counted.", { at: at(asOf) })),
    whole.freshness.complete ? "" : p(say("Older days are still being counted: the figures grow until that is done.")),
    ...whole.notes.map((note) => p(NOTES[note](say))),
    figuresOf(whole, voice),
    dayLine(whole, voice),
    groupsOf(whole, voice),
    meantOf(whole, voice),
    `<p><small>${escapeHtml(until)}</small></p>`,
  ].join("\n");
}

const NOTES: Record<SharedReport["whole"]["notes"][number], (say: ReportVoice["speaker"]["say"]) => string> = {
  not_randomised: (say) => say("Who got what was not left to chance: differences between groups may have other causes."),
  margin_unknown: (say) => say("The margin is not known for every program, so that there is no return."),
  several_currencies: (say) => say("There is more than one currency, and no rate between them: each stands by itself."),
  ripening: (say) => say("The latest days still grow: their people are still on their way."),
  segments_now: (say) => say("Segments are of advocates as they are today. Who is in several counts in each of them."),
  variants: (say) => say("Versions followed one another, or an experiment dealt them: decide by the experiment's own results."),
};

function figuresOf(whole: SharedReport["whole"], voice: ReportVoice): string {
  const shown = whole.figures.map((each) => {
    const name = voice.speaker.say(metricOf(each.metric).name);
    return `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(figureWords(each, voice))}</dd></div>`;
  });
  const title = voice.speaker.say("The figures");
  return `<h2>${escapeHtml(title)}</h2>\n<dl class="figures">${shown.join("\n")}</dl>`;
}

/** Every group with the metrics in which any has something. */
function groupsOf(whole: SharedReport["whole"], voice: ReportVoice): string {
  const groups = whole.groups ?? [];
  const { say } = voice.speaker;
  const keys = [...new Set(groups.flatMap((each) => each.figures.map((figure) => figure.metric)))];
  const metrics = keys.filter((key) => groups.some((each) => each.figures.some((f) => f.metric === key && f.value !== null)));
  if (metrics.length === 0) return "";
  const cell = (figures: (typeof groups)[number]["figures"], key: string): string =>
    figures
      .filter((each) => each.metric === key)
      .map((each) => escapeHtml(each.value === null ? say("nothing yet") : figureText(each, voice)))
      .join("<br>");
  const rows = groups.map((group) => {
    const name = group.rest
      ? say("All others")
      : group.key === ""
        ? whole.by === "segment"
          ? say("In none of these")
          : say("Not known")
        : (group.name ?? group.key);
    const cells = metrics.map((key) => `<td class="number">${cell(group.figures, key)}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join("")}</tr>`;
  });
  const head = metrics.map((key) => `<th class="number">${escapeHtml(say(metricOf(key).name))}</th>`).join("");
  const [title, which] = [say("By group"), say("Which group")].map(escapeHtml);
  const table = `<table><thead><tr><th>${which}</th>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
  return `<h2>${title}</h2>\n<div class="wide" role="region" aria-label="${title}" tabindex="0">${table}</div>`;
}

const figureText = (of: SharedReport["whole"]["figures"][number], voice: ReportVoice): string =>
  of.low === null ? amountWords(of.value!, of, voice) : figureWords(of, voice);

/** What the figures mean, in words and as a formula. */
function meantOf(whole: SharedReport["whole"], voice: ReportVoice): string {
  const { say } = voice.speaker;
  const meant = whole.metrics.map((each) => `<dt>${escapeHtml(say(each.name))}</dt><dd>${escapeHtml(say(each.definition))}</dd>`);
  const title = say("What the figures mean");
  return `<h2>${escapeHtml(title)}</h2>\n<dl class="meant">${meant.join("\n")}</dl>`;
}
