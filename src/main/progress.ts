/**
 * A progress bar for long work, on a terminal only: piped output and logs get nothing. Ten redraws a second at most, so that it
 * costs nothing beside the work it shows.
 */

export type Progress = {
  /** How much is done, in the unit of `total`; `note` is shown at the end of the line. */
  update(done: number, note?: string): void;
  /** Draws the last state and ends the line. Safe to call twice. */
  end(): void;
};

export type ProgressOptions = {
  label: string;
  /** 0 when it is not known: then only the count and the rate are shown. */
  total: number;
  /** The unit of the rate ("rows", "events"), or "bytes" for MB. */
  unit: string;
  /** Where it is drawn; standard error by default, so that standard output stays the answer. */
  stream?: Stream;
  now?: () => number;
};
type Stream = { isTTY?: boolean; columns?: number; write(text: string): unknown };

const REDRAW_MS = 100;
const BAR = 24;
/** The rate is a moving one: a pause ten seconds ago should not be in the time left. */
const RATE_WINDOW_MS = 8_000;

const SILENT: Progress = { update: () => {}, end: () => {} };

/** Starts a bar. Returns one that does nothing when the stream is not a terminal. */
export function startProgress(options: ProgressOptions): Progress {
  const stream: Stream = options.stream ?? process.stderr;
  if (stream.isTTY !== true) return SILENT;
  const now = options.now ?? (() => performance.now());
  const samples: { at: number; done: number }[] = [{ at: now(), done: 0 }];
  let drawn = 0;
  let ended = false;
  let last = { done: 0, note: "" };
  const draw = (): void => {
    const line = progressLine({ ...last, label: options.label, total: options.total, unit: options.unit, rate: rateOf(samples) });
    stream.write(`\r${line.slice(0, (stream.columns ?? 80) - 1)}\u001b[K`);
  };
  return {
    update(done, note = "") {
      const at = now();
      last = { done, note };
      if (at - drawn < REDRAW_MS || ended) return;
      drawn = at;
      samples.push({ at, done });
      while (samples.length > 2 && at - (samples[0]?.at ?? at) > RATE_WINDOW_MS) samples.shift();
      draw();
    },
    end() {
      if (ended) return;
      ended = true;
      samples.push({ at: now(), done: last.done });
      draw();
      stream.write("\n");
    },
  };
}

/** Units a second over the samples kept. */
function rateOf(samples: readonly { at: number; done: number }[]): number {
  const first = samples[0];
  const last = samples[samples.length - 1];
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

export type ProgressState = { label: string; done: number; total: number; unit: string; rate: number; note: string };

/** One line: `Importing ███████░░░░░ 58 %  15,022 rows  6,410 rows/s  2 s left`. */
export function progressLine(state: ProgressState): string {
  const rate = state.rate > 0 ? [`${amount(state.rate, state.unit)}/s`] : [];
  const note = state.note === "" ? [] : [state.note];
  if (state.total <= 0) return [state.label, amount(state.done, state.unit), ...rate, ...note].join("  ");
  const part = Math.min(1, Math.max(0, state.done / state.total));
  const full = Math.round(part * BAR);
  const left = state.rate > 0 && part < 1 ? [`${duration((state.total - state.done) / state.rate)} left`] : [];
  const bar = `${"█".repeat(full)}${"░".repeat(BAR - full)} ${Math.floor(part * 100)} %`;
  return [`${state.label} ${bar}`, amount(state.done, state.unit), ...rate, ...left, ...note].join("  ");
}

function amount(value: number, unit: string): string {
  if (unit === "bytes") return value < 1e6 ? `${Math.round(value / 1e3)} kB` : `${(value / 1e6).toFixed(1)} MB`;
  return `${Math.round(value).toLocaleString("en-US")} ${unit}`;
}

/** Seconds as a person says them: 48 s, 3 min 20 s, 2 h 5 min. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
