/**
 * The house checks are tests of the code; these are tests of the checks. A violation of every rule is sown into a small
 * clean project in a temporary folder, the real check with the real configuration runs over it, and must name exactly
 * the sown violations: a rule that was taken away, weakened or widened turns this file red.
 */
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { alone } from "../../scripts/alone.mjs";
import type { Finding, Report } from "../../scripts/check-files.ts";
import { checkImports } from "../../scripts/check-imports.ts";
import { checkLint } from "../../scripts/check-lint.ts";
import { runNode } from "../../scripts/check-run.ts";
import { checkTidy } from "../../scripts/check-tidy.ts";
import { ALLOWED_IMPORTS, IMPORT_SEEDS } from "./seeds-imports.ts";
import { ALLOWED_LINT, LINT_SEEDS } from "./seeds-lint.ts";
import { ALLOWED_TIDY, TIDY_SEEDS, TYPE_SEEDS, UNUSED_SEEDS } from "./seeds-tidy.ts";
import type { Files, Seed } from "./tree.ts";
import { HOME, plant, removeTrees } from "./tree.ts";

/** One run of a tool takes 1 to 5 s; a machine that is busy with other tests takes several times that. */
const TIMEOUT = { timeout: 60_000 };

afterAll(removeTrees);

const sown = (seeds: readonly Seed[]): Files => Object.assign({}, ...seeds.map((seed) => seed.files)) as Files;

/** Each sown violation is found where it lies and says its remedy, and nothing else is found. */
function expectExactly(report: Report, seeds: readonly Seed[]): void {
  const pair = ({ file, rule }: { file: string; rule: string }): string => `${file} ${rule}`;
  const rules = ({ rule, also }: Seed): string[] => (also === undefined ? [rule] : [rule, also]);
  const expected = seeds.flatMap((seed) => rules(seed).map((rule) => pair({ file: seed.file, rule })));
  const found = new Set(report.findings.map(pair));
  expect([...found].sort()).toEqual([...new Set(expected)].sort());

  const messages = (seed: Seed): string[] =>
    report.findings.filter((finding: Finding) => pair(finding) === pair(seed)).map(({ message }) => message);
  const silent = seeds.filter((seed) => !messages(seed).some((message) => message.includes(seed.says)));
  expect(silent.map((seed) => `${pair(seed)}: ${messages(seed).join(" | ")}`)).toEqual([]);
}

const rulesOf = (seeds: readonly Seed[]): string[] => [...new Set(seeds.map((seed) => seed.rule))].sort();

const check = (root: string, ...options: string[]) => runNode([join(HOME, "scripts/check.ts"), `--root=${root}`, ...options], HOME);

describe("npm run check", () => {
  it("passes a tree that obeys every rule, all six steps", TIMEOUT, async () => {
    const ran = await check(plant());
    expect(ran.stdout).toMatch(/check: 6 steps passed in [\d.]+ s\n$/);
    expect(ran.stdout.match(/^ok /gm)).toHaveLength(6);
    expect(ran.code).toBe(0);
  });

  it("fails with every broken step named, and the findings below the step", TIMEOUT, async () => {
    const seeds = [IMPORT_SEEDS[0], LINT_SEEDS[0], TIDY_SEEDS[0]].filter((seed) => seed !== undefined);
    const root = plant({
      ...sown(seeds),
      "src/flow/wrong.ts": "export const a: string = 1;\n",
      "scripts/openapi.ts": [
        `console.log("openapi.json is stale: run node scripts/openapi.ts");`,
        `process.exitCode = process.argv.includes("--check") ? 1 : 0;`, "",
      ].join("\n"),
    });
    const ran = await check(root);
    expect(ran.code).toBe(1);
    const closing = ran.stdout.trimEnd().split("\n").at(-1) ?? "";
    for (const step of ["types", "unused", "imports", "lint", "tidy", "drift"]) {
      expect(ran.stdout).toMatch(new RegExp(`^FAILED +${step} `, "m"));
      expect(closing).toContain(step);
    }
    for (const seed of seeds) expect(ran.stdout).toMatch(new RegExp(`^ +${seed.file}(:\\d+)?  ${seed.rule}  .*${seed.says}`, "m"));
    expect(ran.stdout).toContain("openapi.json is stale");
    expect(closing).toContain("(6 of 6 steps)");
  });

  it("runs the named steps only, and refuses a step that does not exist with exit code 2", TIMEOUT, async () => {
    const root = plant({ "src/flow/wrong.ts": "export const a: string = 1;\n" });
    const tidy = await check(root, "--only=tidy");
    expect([tidy.code, tidy.stdout]).toEqual([0, expect.stringMatching(/^ok .*tidy(.|\n)*check: 1 steps passed/)]);
    const unknown = await check(root, "--only=tidy,style");
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("no step is called style")]);
    const help = await check(root, "--help");
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining("example: npm run check -- --only=")]);
  });
});

describe("the import law", () => {
  it("names every forbidden import, of a value and of a type, and allows the rest", TIMEOUT, async () => {
    expectExactly(await checkImports(plant({ ...ALLOWED_IMPORTS, ...sown(IMPORT_SEEDS) })), IMPORT_SEEDS);
  });

  it("has no rule without a seeded violation, and every rule is an error with a remedy", () => {
    const config = createRequire(import.meta.url)(join(HOME, ".dependency-cruiser.cjs")) as {
      forbidden: { name: string; severity: string; comment: string }[];
    };
    expect(config.forbidden.map((rule) => rule.name).sort()).toEqual(rulesOf(IMPORT_SEEDS));
    expect(config.forbidden.filter((rule) => rule.severity !== "error" || !rule.comment.includes("Remedy: "))).toEqual([]);
  });

  it("fails when a file of src was not cruised, as it happens silently under a TypeScript without its API", TIMEOUT, async () => {
    const text = readFileSync(join(HOME, ".dependency-cruiser.cjs"), "utf8");
    const blind = text.replace("exclude: { path: \"", "exclude: { path: \"^src/flow/|");
    expect(blind).not.toBe(text);
    const report = await checkImports(plant({ ".dependency-cruiser.cjs": blind }));
    expect(report.findings.map(({ rule }) => rule)).toEqual(["imports-sees-every-file"]);
    expect(report.findings[0]?.message).toContain("2 of ");
  });
});

describe("purity, place and size", () => {
  it("names every violation and nothing that is allowed", TIMEOUT, async () => {
    expectExactly(await checkLint(plant({ ...ALLOWED_LINT, ...sown(LINT_SEEDS) })), LINT_SEEDS);
  });

  it("has no configured rule and no forbidden global without a seeded violation", () => {
    interface Rules {
      [rule: string]: unknown;
    }
    const config = JSON.parse(readFileSync(join(HOME, ".oxlintrc.json"), "utf8")) as { rules: Rules; overrides: { rules: Rules }[] };
    const all = [config.rules, ...config.overrides.map(({ rules }) => rules)].flatMap(Object.entries) as [string, unknown][];
    const on = all.filter(([, value]) => value !== "off").map(([rule]) => rule.replace("typescript/", ""));
    expect([...new Set(on)].filter((rule) => !rulesOf(LINT_SEEDS).includes(rule))).toEqual([]);

    const forbidden = all.flatMap(([rule, value]) => (rule === "no-restricted-globals" && Array.isArray(value) ? value.slice(1) : []));
    const seeded = LINT_SEEDS.filter(({ rule }) => rule === "no-restricted-globals").map(({ file }) => file);
    expect((forbidden as { name: string }[]).map(({ name }) => `src/core/ambient-${name}.ts`).sort()).toEqual(seeded.sort());
  });

  it("fails when an ignore pattern hides a folder from the linter", TIMEOUT, async () => {
    const config = readFileSync(join(HOME, ".oxlintrc.json"), "utf8");
    const report = await checkLint(plant({ ".oxlintrc.json": config.replace("\"**/dist/**\"", "\"src/flow/**\"") }));
    expect(report.findings.map(({ rule }) => rule)).toEqual(["lint-sees-every-file"]);
  });
});

describe("tidy", () => {
  it("names every violation and nothing that is allowed", () => {
    expectExactly(checkTidy(plant({ ...ALLOWED_TIDY, ...sown(TIDY_SEEDS) })), TIDY_SEEDS);
  });

  it("has no rule without a seeded violation", () => {
    expect(checkTidy(plant()).looked).toMatch(new RegExp(`^${rulesOf(TIDY_SEEDS).length} rules over`));
  });
});

describe("strict types and unused code", () => {
  it("refuses what type stripping cannot run and what strictness forbids, in every folder", TIMEOUT, async () => {
    const root = plant(Object.fromEntries(TYPE_SEEDS.map(({ file, text }) => [file, text])));
    const ran = await check(root, "--only=types");
    expect(ran.code).toBe(1);
    const found = [...ran.stdout.matchAll(/^ *(\S+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `${file} ${code}`);
    expect(found.sort()).toEqual(TYPE_SEEDS.map(({ file, code }) => `${file} ${code}`).sort());
  });

  it("names files, exports and packages that nobody uses, and packages that nobody declared", TIMEOUT, async () => {
    const clean = JSON.parse(readFileSync(join(plant(), "package.json"), "utf8")) as { dependencies: Files };
    const root = plant({
      ...UNUSED_SEEDS.files,
      "package.json": JSON.stringify({ ...clean, dependencies: { ...clean.dependencies, qrcode: "1.5.4" } }),
      "test/kinds/direct.test.ts": `import isbot from "isbot";\n\nexport default isbot;\n`,
    });
    const ran = await check(root, "--only=unused");
    expect(ran.code).toBe(1);
    for (const name of [...UNUSED_SEEDS.names, "qrcode", "isbot"]) expect(ran.stdout).toContain(name);
  });
});

describe("a build", () => {
  it("waits for another that has begun, takes over from one that was killed, and leaves nothing behind", async () => {
    const file = join(plant({ "README.md": "" }), "dist", ".building");
    const told: string[] = [];
    const build = (name: string) =>
      alone(file, async () => {
        told.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 60));
        told.push(`${name} ends`);
      });
    await Promise.all([build("a"), build("b")]);
    const first = told[0]!.startsWith("a") ? ["a", "b"] : ["b", "a"];
    expect(told).toEqual(first.flatMap((name) => [`${name} begins`, `${name} ends`]));
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(file, String(pid));
    await Promise.all([build("c"), build("d")]);
    expect(told.filter((each) => each.endsWith("ends"))).toHaveLength(4);
    expect(told.slice(4).map((each) => each.split(" ")[1])).toEqual(["begins", "ends", "begins", "ends"]);
    await expect(alone(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(file)).toBe(false);
  });
});
