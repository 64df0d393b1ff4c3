import { z } from "zod";
import { CREDIT_MODELS, type ChannelRow, type CreditModel } from "../../core/analytics/paths/side-by-side.ts";
import { endpoint } from "../endpoint.ts";
import { reportDays, reportPrograms } from "../report-ask.ts";
import { speakerOf } from "../speech.ts";
import { asOf, asOfView, periodView, questionOf, renewing, studyPeriod, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { lack } from "../views/lack.ts";
import { partOf, reasonOf } from "../views/no-figure.ts";
import { laterOf } from "../working.ts";

/** Channels that stand by themselves; the rest are one. */
const SHOWN = 100;

const share = z.object({ conversions: z.number(), value: z.number().describe("Minor units of first purchases.") });
const credit = z
  .object({
    period: studyPeriod,
    as_of: asOf,
    renewing,
    program: z.string().nullable(),
    lookback: z.int().describe("Days before a first purchase in which touches count."),
    currency: z.string().nullable(),
    models: z
      .array(z.enum(CREDIT_MODELS))
      .describe(
        "Markov: what would be lost without the channel, solved exactly (Anderl et al. 2016); left out above 400 channels. Shapley: its " +
          "mean contribution.",
      ),
    channels: z.array(
      z.object({
        channel: z.string().describe("Empty: the link and the click name none."),
        credit: z.record(z.string(), share).describe("By model. Each model's conversions add up to `conversions`."),
        removal: z
          .number()
          .nullable()
          .describe("The share of conversions that would be lost without it, by the Markov chain. Null: too many channels."),
      }),
    ),
    others: z
      .object({ channels: z.int(), credit: z.record(z.string(), share) })
      .nullable()
      .describe(`All channels beside the ${SHOWN} with most last touches. Null: there are none.`),
    conversions: z.number().nullable().describe("First purchases with a touch before them."),
    value: z.number().nullable(),
    chance: z.number().nullable().describe("That somebody who comes by a link buys, by the Markov chain. Null: too many channels."),
    without_touch: z.number().nullable().describe("First purchases that no link led to: no model can say anything about them."),
    not_converted: z.number().nullable().describe("People who came by a link in the days and have bought nothing yet."),
    reason: lack.nullable().describe("Why there is no comparison."),
    notes: z
      .array(z.enum(["never_pays", "not_randomised", "links_only"]))
      .describe(
        "never_pays: no reward follows any of them; a program's rules choose the touch that is paid. not_randomised: credit is no " +
          "proof of effect; a hold-out is. links_only: only touches of links are known here, not advertisements elsewhere.",
      ),
  })
  .meta({ id: "CreditStudy" });

/** Those whose figures are there: Markov has none of very many channels. */
const modelsOf = ([row]: readonly ChannelRow[]): CreditModel[] =>
  row === undefined ? [...CREDIT_MODELS] : CREDIT_MODELS.filter((model) => row.by[model] !== undefined);

function othersOf(rows: readonly ChannelRow[]): z.input<typeof credit>["others"] {
  const rest = rows.slice(SHOWN);
  if (rest.length === 0) return null;
  const sums = modelsOf(rows).map((model) => {
    const sum = (name: "conversions" | "value"): number => rest.reduce((all, { by }) => all + (by[model]?.[name] ?? 0), 0);
    return [model, { conversions: sum("conversions"), value: sum("value") }] as const;
  });
  return { channels: rest.length, credit: Object.fromEntries(sums) };
}

const rowView = ({ channel, by, removal }: ChannelRow) => ({ channel, credit: { ...by }, removal });

export default endpoint({
  method: "GET",
  path: "/v1/reports/credit",
  tag: "Reports",
  permission: "reports:read",
  summary: "Channels side by side: first, last, linear, by position, Markov and Shapley; never used to pay",
  query: z.strictObject({
    ...reportDays,
    ...reportPrograms,
    lookback: z.coerce.number().int().min(1).max(365).default(90).describe("Days before a first purchase in which touches count."),
    ...studyWait,
  }),
  response: credit,
  later: true,
  async handler({ query, caller, read, request, services }) {
    const ask = await read((workspaceId, db) => STUDY_ASKS.credit(workspaceId, db, query));
    const looked = await services.reports.look("credit", caller.workspaceId, { ask, question: questionOf(query), waitMs: waitOf(query) });
    if ("working" in looked) return laterOf(looked.working);
    const { at, found } = looked;
    const { credit: answer } = found;
    return {
      period: periodView(looked.ask, looked.ask.zone),
      as_of: asOfView(at),
      renewing: looked.isRenewing,
      program: query.program ?? null,
      lookback: query.lookback,
      currency: found.currency,
      models: partOf(answer, ({ rows }) => modelsOf(rows)) ?? [...CREDIT_MODELS],
      channels: partOf(answer, ({ rows }) => rows.slice(0, SHOWN).map(rowView)) ?? [],
      others: partOf(answer, ({ rows }) => othersOf(rows)),
      conversions: partOf(answer, (of) => of.conversions),
      value: partOf(answer, (of) => of.value),
      chance: partOf(answer, (of) => of.chance ?? null),
      without_touch: partOf(answer, (of) => of.withoutTouch),
      not_converted: partOf(answer, (of) => of.nulls),
      reason: reasonOf(answer, speakerOf(request)),
      notes: ["never_pays" as const, "not_randomised" as const, "links_only" as const],
    };
  },
});
