/**
 * Lighthouse 13 on pages of a running Grapevine, fetched by npx (176 MB, so it is no dependency) and with the tests' own Chromium.
 * `node scripts/lighthouse.ts <address>...` prints the scores; test/browser/budgets.test.ts asserts them.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromiumEnvironment, chromiumPath, noChromium } from "./chromium.ts";

const LIGHTHOUSE = "lighthouse@13.5.0";
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const RUN_MS = 120_000;
/** The first use downloads it. */
const INSTALL_MS = 180_000;
const SHOWN = 2_000;

export type Category = (typeof CATEGORIES)[number];
export type Audit = { id: string; title: string; value: string };
export type Judged = {
  scores: Record<Category, number>;
  /** Milliseconds on the slow-phone profile, kilobytes as transferred. */
  interactive: number;
  largestPaint: number;
  kilobytes: number;
  /** Audits that cost points, by category. */
  lost: Record<Category, Audit[]>;
};
export type JudgeOptions = { cookie?: string; desktop?: boolean };

type Report = {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { id: string; title: string; score: number | null; displayValue?: string; numericValue?: number }>;
  runtimeError?: { code: string; message: string };
};

/** Why Lighthouse cannot run here (no Chromium, or the registry is not reachable); null when it can. */
export async function noLighthouse(): Promise<string | null> {
  const missing = noChromium();
  if (missing !== null) return missing;
  const { program, text } = await fetched();
  return program !== null ? null : `${LIGHTHOUSE} could not be fetched from the npm registry: ${text.slice(-SHOWN)}`;
}

let asked: Promise<{ program: string | null; text: string }> | undefined;

/** Where npx has put it, asked once: a run by npx looks that up each time, a second of a processor in five. */
function fetched(): Promise<{ program: string | null; text: string }> {
  asked ??= run("npx", ["--yes", `--package=${LIGHTHOUSE}`, "-c", "command -v lighthouse"], INSTALL_MS).then(({ code, text }) => {
    const program = text.split("\n").find((line) => path.isAbsolute(line) && fs.existsSync(line));
    return { program: code === 0 && program !== undefined ? fs.realpathSync(program) : null, text };
  });
  return asked;
}

/** One run on the slow-phone profile (or the desktop one). Throws when the page could not be judged. */
export async function judge(url: string, options: JudgeOptions = {}): Promise<Judged> {
  const { program, text: refusal } = await fetched();
  if (program === null) throw new Error(refusal.slice(-SHOWN));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-lighthouse-"));
  const output = path.join(folder, "report.json");
  try {
    const headers = options.cookie === undefined ? [] : [`--extra-headers=${JSON.stringify({ cookie: options.cookie })}`];
    const args = [
      program,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${output}`,
      `--only-categories=${CATEGORIES.join(",")}`,
      "--chrome-flags=--no-sandbox --disable-gpu --headless=shell",
      ...(options.desktop === true ? ["--preset=desktop"] : []),
      ...headers,
    ];
    const { code, text } = await run(process.execPath, args, RUN_MS);
    if (code !== 0 || !fs.existsSync(output)) throw new Error(`Lighthouse ended with ${code} on ${url}: ${text.slice(-SHOWN)}`);
    return judgedOf(JSON.parse(fs.readFileSync(output, "utf8")) as Report, url);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function judgedOf(report: Report, url: string): Judged {
  if (report.runtimeError !== undefined)
    throw new Error(`Lighthouse on ${url}: ${report.runtimeError.code} ${report.runtimeError.message}`);
  const each = <T>(value: (category: Category) => T): Record<Category, T> =>
    Object.fromEntries(CATEGORIES.map((category) => [category, value(category)])) as Record<Category, T>;
  const number = (id: string): number => Math.round(report.audits[id]?.numericValue ?? Number.NaN);
  return {
    scores: each((category) => Math.round((report.categories[category].score ?? 0) * 100)),
    interactive: number("interactive"),
    largestPaint: number("largest-contentful-paint"),
    kilobytes: number("total-byte-weight") / 1024,
    lost: each((category) => lostIn(report, category)),
  };
}

function lostIn(report: Report, category: Category): Audit[] {
  return report.categories[category].auditRefs
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => report.audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, displayValue = "" }) => ({ id, title, value: displayValue }));
}

function run(program: string, args: string[], milliseconds: number): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const env = { ...chromiumEnvironment(), CHROME_PATH: chromiumPath() };
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env, timeout: milliseconds });
    let text = "";
    const take = (chunk: Buffer): void => {
      text += String(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => resolve({ code: 1, text: error.message }));
    child.on("close", (code) => resolve({ code, text }));
  });
}

if (import.meta.main) {
  const missing = await noLighthouse();
  if (missing !== null) {
    console.error(missing);
    process.exit(1);
  }
  for (const url of process.argv.slice(2)) console.log(url, JSON.stringify(await judge(url), null, 2));
}
