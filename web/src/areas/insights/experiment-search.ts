/** What of experiments and forecasts stands in the address. */
type Search = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const count = (value: unknown): number | undefined => (Number.isFinite(Number(value)) && Number(value) > 0 ? Number(value) : undefined);
const given = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;

export type ExperimentSearch = { program?: string | undefined; status?: "draft" | "running" | "stopped" | undefined };

export function experimentSearch(search: Search): ExperimentSearch {
  const status = (["draft", "running", "stopped"] as const).find((each) => each === search["status"]);
  return given({ program: text(search["program"]), status });
}

/** `from`: an experiment whose answers are taken over; `planned`: advocates that its plan asks for. */
export type NewSearch = { from?: string | undefined; program?: string | undefined; planned?: number | undefined };

export const newSearch = (search: Search): NewSearch =>
  given({ from: text(search["from"]), program: text(search["program"]), planned: count(search["planned"]) });

/** What is played. Assumptions are "low,likely,high"; money is in minor units. */
export type ForecastSearch = {
  program?: string | undefined;
  currency?: string | undefined;
  weeks?: number | undefined;
  /** Percent. */
  margin?: number | undefined;
  budget?: number | undefined;
  reward?: number | undefined;
  /** What the fan shows. */
  show?: string | undefined;
  joins?: string | undefined;
  reach?: string | undefined;
  converts?: string | undefined;
  value?: string | undefined;
};

const three = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d+(\.\d+)?,\d+(\.\d+)?,\d+(\.\d+)?$/.test(value) ? value : undefined;

export const forecastSearch = (search: Search): ForecastSearch =>
  given({
    program: text(search["program"]),
    currency: typeof search["currency"] === "string" && /^[A-Z]{3}$/.test(search["currency"]) ? search["currency"] : undefined,
    weeks: count(search["weeks"]),
    margin: count(search["margin"]),
    budget: count(search["budget"]),
    reward: search["reward"] === 0 ? 0 : count(search["reward"]),
    show: text(search["show"]),
    joins: three(search["joins"]),
    reach: three(search["reach"]),
    converts: three(search["converts"]),
    value: three(search["value"]),
  });
