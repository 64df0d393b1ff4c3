/** A violation of every import rule: whole tables for the rooms and the stages, one seed for each other rule. */
import { posix } from "node:path";
import type { Files, Seed } from "./tree.ts";
import { ROOMS, STAGES } from "./tree.ts";

/** The import law once more, written apart from .dependency-cruiser.cjs (DESIGN section 3): room -> what it may import. */
const LAW: Record<string, string[]> = {
  core: [],
  store: ["core"],
  flow: ["core", "store", "flow/ports"],
  adapters: ["core", "flow/ports"],
  jobs: ["core", "store", "flow", "flow/ports"],
  http: ["core", "store", "flow", "flow/ports"],
  main: ["core", "store", "flow", "flow/ports", "adapters", "jobs", "http"],
};

/** The import of `to` in `from`: for its value, and for a type alone, which leaves no trace at run time. */
function importTexts(from: string, to: string): { value: string; type: string } {
  const path = posix.relative(posix.dirname(from), to);
  const target = path.startsWith(".") ? path : `./${path}`;
  return {
    value: `export * from "${target}";\n`,
    type: `import type * as seeded from "${target}";\n\nexport type Seeded = typeof seeded;\n`,
  };
}

/** Two seeds, one for each kind of import. `%` in `from` is replaced by the kind. */
function twoSeeds(from: string, to: string, rest: { rule: string; says: string }): Seed[] {
  return (["value", "type"] as const).map((kind) => {
    const file = from.replace("%", kind);
    return { ...rest, file, files: { [file]: importTexts(file, to)[kind] } };
  });
}

const roomPairs = Object.keys(LAW).flatMap((room) =>
  Object.keys(ROOMS).filter((target) => target.split("/")[0] !== room).map((target) => ({ room, target })));

const roomSeeds = roomPairs.filter(({ room, target }) => !LAW[room]?.includes(target)).flatMap(({ room, target }) =>
  twoSeeds(`src/${room}/${target.replace("/", "-")}-%.ts`, ROOMS[target] ?? "", {
    rule: `room-${room}`, says: `src/${room} may import only itself`,
  }));

const stagePairs = STAGES.flatMap((stage, index) => STAGES.map((target, at) => ({ stage, target, allowed: at <= index })));

const stageSeeds = stagePairs.filter(({ allowed }) => !allowed).flatMap(({ stage, target }) =>
  twoSeeds(`src/core/${stage}/${target}-%.ts`, `src/core/${target}/stage.ts`, {
    rule: `stage-${stage}-looks-upstream-only`, says: `core/${stage} may import only core's words and the stages before it`,
  }));

const reducerSeeds = STAGES.slice(0, -1).flatMap((stage) =>
  twoSeeds(`src/core/${stage}/reducer-%.ts`, "src/core/reducer.ts", {
    rule: `stage-${stage}-looks-upstream-only`, says: "move what both need to the earlier stage",
  }));

interface Sown {
  text: string;
  says: string;
  more?: Files;
  also?: string;
}
const seed = (rule: string, file: string, { text, more, ...rest }: Sown): Seed =>
  ({ rule, file, ...rest, files: { [file]: text, ...more } });

const packageSeeds: Seed[] = [
  seed("core-is-pure", "src/core/node-part.ts", { text: `export * from "node:crypto";\n`, says: "take the function" }),
  seed("core-is-pure", "src/core/package.ts", {
    text: `export type { FastifyInstance } from "fastify";\n`, says: "no package but zod", also: "http-framework-lives-in-http",
  }),
  seed("core-is-pure", "src/core/nowhere.ts", {
    text: `export * from "not-installed-anywhere";\n`, says: "no package but zod", also: "declared-packages-only",
  }),
  ...Object.entries({
    "src/flow/driver.ts": `export { Pool } from "pg";\n`,
    "src/http/driver-type.ts": `export type { Pool } from "pg";\n`,
  }).map(([file, text]) => seed("sql-lives-in-store", file, { text, says: "one exported store function" })),
  seed("sql-lives-in-store", "src/jobs/builder.ts", {
    text: `export type { Kysely } from "kysely";\n`, says: "one exported store function", also: "declared-packages-only",
  }),
  ...["store", "flow", "adapters", "jobs"].map((room) => seed("http-framework-lives-in-http", `src/${room}/request.ts`, {
    text: `export type { FastifyRequest } from "fastify";\n`, says: "http presents it",
  })),
  ...["store", "flow", "jobs"].map((room) => seed("network-lives-in-adapters", `src/${room}/call-out.ts`, {
    text: `export { request } from "node:https";\n`, says: "add a port",
  })),
  seed("declared-packages-only", "src/adapters/undeclared.ts", {
    text: `export { default } from "qrcode";\n`, says: "is in no package.json",
  }),
  seed("declared-packages-only", "src/adapters/missing.ts", {
    text: `export * from "not-installed-anywhere";\n`, says: "is in no package.json",
  }),
  seed("imports-exist", "src/adapters/astray.ts", { text: `export * from "./nowhere.ts";\n`, says: "mend the path" }),
  seed("src-needs-no-development-package", "src/main/workshop.ts", {
    text: `export { it } from "vitest";\n`, says: "move it to dependencies",
  }),
];

const borderSeeds: Seed[] = [
  ...["web/src/a.ts", "widget/src/a.ts", "sdk/src/a.ts", "test/support/a.ts", "scripts/a.ts", "examples/hello/a.ts"].map((target) => {
    const file = `src/main/to-${target.split("/")[0] ?? ""}.ts`;
    const also = target.startsWith("test/") ? { also: "nobody-imports-tests" } : {};
    return seed("room-main", file, {
      text: importTexts(file, target).value, says: "main wires src and nothing else", more: { [target]: "export {};\n" }, ...also,
    });
  }),
  seed("remote-is-a-client", "src/main/remote.ts", { text: `export * from "../store/db.ts";\n`, says: "import the sdk" }),
  seed("core-words-know-no-stage", "src/core/word.ts", { text: `export * from "./ledger/stage.ts";\n`, says: "only reducer.ts composes" }),
  seed("core-words-know-no-stage", "src/core/other-word.ts", { text: `export * from "./reducer.ts";\n`, says: "only reducer.ts composes" }),
  seed("presets-are-data", "presets/clever.ts", { text: `export * from "../src/store/db.ts";\n`, says: "import defineProgram" }),
  seed("web-talks-through-sdk", "web/src/screen.ts", { text: `export * from "../../src/core/money.ts";\n`, says: "call the sdk" }),
  seed("sdk-and-widget-stand-alone", "sdk/src/leak.ts", {
    text: `export * from "../../src/core/money.ts";\n`, says: "import nothing of the server",
  }),
  seed("sdk-and-widget-stand-alone", "widget/src/leak.ts", {
    text: `export * from "../../sdk/src/index.ts";\n`, says: "import nothing of the server",
  }),
  seed("examples-use-the-sdk", "examples/hello/inside.ts", {
    text: `export * from "../../src/core/money.ts";\n`, says: "use the sdk or plain HTTP",
  }),
  seed("nobody-imports-tests", "src/flow/uses-test.ts", {
    text: `export * from "./settle.test.ts";\n`, says: "beside the code it helps",
    more: { "src/flow/settle.test.ts": "export {};\n" },
  }),
  seed("no-cycles", "src/store/egg.ts", {
    text: `export type * from "./hen.ts";\n`, says: "a third file", more: { "src/store/hen.ts": `export * from "./egg.ts";\n` },
  }),
];

/** Everything that the import law forbids. */
export const IMPORT_SEEDS: readonly Seed[] = [...roomSeeds, ...stageSeeds, ...reducerSeeds, ...packageSeeds, ...borderSeeds];

const allowedRoomFiles = roomPairs.filter(({ room, target }) => LAW[room]?.includes(target)).map(({ room, target }) => {
  const file = `src/${room}/may-${target.replace("/", "-")}.ts`;
  return [file, importTexts(file, ROOMS[target] ?? "").type];
});
const allowedStageFiles = stagePairs.filter(({ stage, target, allowed }) => allowed && stage !== target).map(({ stage, target }) => {
  const file = `src/core/${stage}/may-${target}.ts`;
  return [file, importTexts(file, `src/core/${target}/stage.ts`).value];
});

/** Everything that the import law allows between rooms and stages: none of it may be reported. */
export const ALLOWED_IMPORTS: Files = Object.fromEntries([...allowedRoomFiles, ...allowedStageFiles]) as Files;
