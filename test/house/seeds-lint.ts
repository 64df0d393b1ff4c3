/** A violation of every purity, place and size rule, and beside each what is allowed and may not be reported. */
import type { Files, Seed } from "./tree.ts";

/** Each text is one file of src/core, and breaks exactly the rule that it stands under. */
const IMPURE: Record<string, { says: string; texts: string[] }> = {
  "house/no-clock": {
    says: "take `now`",
    texts: [
      "export const a = new Date();", "export const a = Date.now();", "export const a = Date();", `export const a = Date["now"]();`,
      "const { now } = Date;\nexport const a = now();", "const D = Date;\nexport const a = new D(0);",
      "export const a = (...b: [number]) => new Date(...b);", "export const a = [1].map(Date);",
    ],
  },
  "house/no-chance": {
    says: "take the value as an argument",
    texts: [
      "export const a = Math.random();", `export const a = Math["random"]();`, "const { random } = Math;\nexport const a = random();",
      "export const a = (name: 'abs'): number => Math[name](1);",
    ],
  },
  "house/sync-only": {
    says: "load in flow, decide in core",
    texts: [
      "export async function a() { return 1; }", "export const a = async () => 1;", "export const a = { async b() { return 1; } };",
      "declare const a: PromiseLike<number>;\nexport const b = await a;", "for await (const a of [1]) a.toFixed();\nexport {};",
      "export async function* a() { yield 1; }",
      "declare const a: AsyncDisposable;\n{ await using b = a; b.toString(); }\nexport {};",
    ],
  },
  "house/no-dynamic-import": {
    says: "import at the top", texts: [`export const a = () => import("./money.ts");`],
  },
  "house/plain-data": {
    says: "write a type and functions", texts: [
      "export class A { b = 1; }", "export const a = class { b = 1; };", "export const a = { b: 1, c() { return this.b; } };",
    ],
  },
  "house/no-module-state": {
    says: "the value that the function takes and returns",
    texts: [
      "let a = 1;\nexport const b = () => { a += 1; return a; };", "export let a = 1;\nexport const b = () => { a += 1; };",
      "export const cache = new Map<string, number>();", "export const seen = new Set<string>();", "export const list: string[] = [];",
      "export const table: Record<string, number> = {};",
    ],
  },
  "house/no-local-zone": {
    says: "in every zone and language",
    texts: [
      "export const a = (d: Date) => d.getHours();", "export const a = (d: Date) => d.setDate(1);",
      "export const a = (n: number) => n.toLocaleString();", "export const a = (s: string) => s.localeCompare('b');",
      "export const a = (d: Date) => d.getTimezoneOffset();",
    ],
  },
};

/** STYLE section 13, and what else would let the outside in: each used once, by its name alone. */
const AMBIENT = [
  "process", "fetch", "console", "performance", "crypto", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "globalThis",
  "global", "WebSocket", "Promise", "require", "eval", "Function",
];

const named = (rule: string, file: string, rest: { text: string; says: string; also?: string }): Seed => {
  const { text, ...others } = rest;
  return { rule, file, ...others, files: { [file]: `${text}\n` } };
};

/** Also no-clock and no-dynamic-import, with a remedy of their own. */
const moreImpure: Seed[] = [
  named("house/no-clock", "src/core/local-date.ts", { text: "export const a = new Date(2026, 0, 1);", says: "core knows no local time" }),
  named("house/no-dynamic-import", "src/core/place.ts", { text: "export const a = import.meta.url;", says: "where it lies" }),
];

const impureSeeds = Object.entries(IMPURE).flatMap(([rule, { says, texts }]) =>
  texts.map((text, index) => named(rule, `src/core/${rule.slice("house/".length)}-${index}.ts`, { text, says })));

/** Two of them break a rule of their own as well. */
const alsoBroken: Record<string, { also: string }> = { console: { also: "house/console-in-main-only" }, eval: { also: "no-eval" } };

const ambientSeeds = AMBIENT.map((name) => named("no-restricted-globals", `src/core/ambient-${name}.ts`, {
  text: `export const a = ${name};`, says: "core ", ...alsoBroken[name],
}));

const placeSeeds: Seed[] = [
  ...["store", "flow", "adapters", "jobs", "http"].map((room) => named("house/console-in-main-only", `src/${room}/say.ts`, {
    text: `console.log("hello");\nexport {};`, says: "take the `log` port",
  })),
  ...[
    `export const a = process.env["A"];`, "const { env } = process;\nexport const a = env;",
    `import { env } from "node:process";\n\nexport const a = env;`, "export const a = globalThis.process.env;",
  ].map((text, index) => named("house/env-in-config-only", `src/flow/env-${index}.ts`, { text, says: "only src/main/config.ts reads" })),
  named("house/env-in-config-only", "src/main/env.ts", { text: `export const a = process.env["A"];`, says: "add a field to its Config" }),
  ...[
    "`select id\\n from fact where id = ${1}`", `"insert into fact values (1)"`, `"update fact as f set a = 1"`, `"delete from fact"`,
    `"with a as (select 1) select * from a"`, `"create table a (b int)"`, `"SELECT id FROM fact"`, `"drop role a"`,
  ].map((text, index) => named("house/sql-in-store-only", `src/flow/sql-${index}.ts`, {
    text: `export const a = ${text};`, says: "exported store function",
  })),
];

/** The same in a helper of the tests and in a test beside its subject. */
const placedSkipSeeds: Seed[] = ["test/support/skips.ts", "src/flow/settle.test.ts"].map((file) =>
  named("house/no-silent-skips", file, { text: `import { it } from "vitest";\n\nit.skip("a", () => {});`, says: "`" }));

const skipSeeds: Seed[] = [
  "it.skip('a', () => {});", "describe.skip('a', () => {});", "it.only('a', () => {});", "describe.only('a', () => {});", "it.todo('a');",
  "it.skipIf(true)('a', () => {});", "it.runIf(false)('a', () => {});", "it.fails('a', () => {});", "it.concurrent.only('a', () => {});",
  "it.only.each([1])('a', () => {});", "it('a', (context) => { context.skip(); });", "it('a', (context) => { context.skip(true); });",
].map((text, index) => named("house/no-silent-skips", `test/skips-${index}.test.ts`, {
  text: `import { describe, it } from "vitest";\n\n${text}\ndescribe("b", () => {});\nit("c", () => {});`,
  says: text.includes("context") ? "a skipped test says why" : "`",
}));

const lines = (count: number): string => `${"// a line\n".repeat(count - 1)}export {};`;
const longFunction = (count: number): string => `export function a(): void {\n${"  Math.abs(1);\n".repeat(count - 2)}}`;

const sizeSeeds: Seed[] = [
  named("max-lines", "src/core/long.ts", { text: lines(201), says: "Split the file by idea" }),
  named("max-lines", "src/flow/long.ts", { text: lines(301), says: "Split the file by idea" }),
  named("max-lines", "src/flow/long.test.ts", { text: lines(301), says: "Split the file by idea" }),
  named("max-lines", "scripts/long.ts", { text: lines(401), says: "Split the file by idea" }),
  named("max-lines-per-function", "src/core/long-function.ts", { text: longFunction(71), says: "make each a function" }),
  named("max-lines-per-function", "src/http/long-function.ts", { text: longFunction(71), says: "make each a function" }),
  named("max-params", "src/core/many.ts", { text: "export const a = (b: 1, c: 2, d: 3, e: 4) => [b, c, d, e];", says: "options object" }),
  named("max-params", "src/jobs/many.ts", { text: "export const a = (b: 1, c: 2, d: 3, e: 4) => [b, c, d, e];", says: "options object" }),
];

const plainSeeds: Seed[] = [
  named("eqeqeq", "src/flow/loose.ts", { text: "export const a = (b: unknown) => b == 1;", says: "" }),
  named("no-var", "src/flow/var.ts", { text: "export var a = 1;", says: "" }),
  named("prefer-const", "src/flow/let.ts", { text: "let a = 1;\nexport const b = a;", says: "" }),
  named("no-explicit-any", "src/flow/any.ts", { text: "export const a = (b: any) => b;", says: "unknown and a check" }),
  named("no-unused-vars", "src/flow/unused.ts", { text: "const a = 1;\nexport {};", says: "" }),
  named("no-debugger", "src/flow/debugger.ts", { text: "debugger;\nexport {};", says: "" }),
];

/** Everything that oxlint and the house rules forbid. */
export const LINT_SEEDS: readonly Seed[] = [
  ...impureSeeds, ...moreImpure, ...ambientSeeds, ...placeSeeds, ...skipSeeds, ...placedSkipSeeds, ...sizeSeeds, ...plainSeeds,
];

/** The nearest thing to each violation that is allowed. */
export const ALLOWED_LINT: Files = {
  "src/core/dates.ts": [
    "export const a = new Date(0);", "export const b = (ms: number): Date => new Date(ms);",
    "export const c = Date.UTC(2026, 0, 1) + Date.parse('2026-01-01');",
    "export const d = (x: unknown): boolean => x instanceof Date;", "export const e = { Date: 1 }.Date + a.getUTCHours();", "",
  ].join("\n"),
  "src/core/numbers.ts": [
    "export const a = Math.floor(1.5) + Math.PI;", "export function* b(): Generator<number> { for (const x of [1]) yield x; }", "",
  ].join("\n"),
  "src/core/tables.ts": [
    "export const a = new Map([[1, 2]]);", "export const b = Object.freeze([]);",
    "export const c = (): number[] => { let d: number[] = []; d = [1]; return d; };", "",
  ].join("\n"),
  "src/core/edge.ts": `${lines(200)}\n`,
  "src/core/edge-function.ts": `${longFunction(70)}\n`,
  "src/core/edge-parameters.ts": "export const a = (b: 1, c: 2, d: 3) => [b, c, d];\n",
  "src/core/impure.test.ts": [
    "let a = 1;", "export class B { c = this; }",
    "export const d = async (): Promise<number> => { a += Math.random(); return a + Date.now(); };",
    "export const e = () => import('./dates.ts');", "export const f = (n: number) => n.toLocaleString();",
    "export const g = (h: 1, i: 2, j: 3, k: 4) => [h, i, j, k];", "console.log('seed', 9007199254740993);", longFunction(71), "",
  ].join("\n").replace("function a()", "function l()"),
  "src/core/edge.test.ts": `${lines(300)}\n`,
  "src/flow/edge.ts": `${lines(300)}\n`,
  "src/flow/prose.ts": [
    "export const a = 'Select a program from the list';", "export const b = 'update the page';", "export const c = 'with a coupon';", "",
  ].join("\n"),
  "src/store/speaks.ts": "export const a = `select id from fact where id = $1`;\n",
  "src/flow/nothing.ts": "export const a = (b: string | null | undefined) => b == null;\n",
  "src/main/says.ts": "console.log('ready');\nexport {};\n",
  "src/main/says.test.ts": `export const a = ["select 1 from b", process.env["A"]];\n`,
  "test/skips.test.ts": [
    `import { it } from "vitest";`, "",
    "it('a', (context) => { context.skip('no Citus here'); });", "it('b', (context) => { context.skip(true, 'no Citus here'); });",
    "export const skip = [1].find((n) => n === 1);", `${"// a line\n".repeat(300)}`,
  ].join("\n"),
};
