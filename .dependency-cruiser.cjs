/**
 * The import law (ARCHITECTURE.md, "the rooms"), run by `npm run check -- --only=imports`. Each rule's `comment` is the
 * remedy that the check prints. test/house/ seeds a violation of every rule; a rule without a seed fails there.
 *
 * Two traps met on the way. Packages are matched as `node_modules/zod/` without a leading `^`: anchored, a symlinked
 * node_modules raised a false alarm on zod and missed pg in http. And without tsPreCompilationDeps an `import type`
 * goes unseen.
 */

/** The stages of the core in the order of the data. A stage imports only stages to its left. */
const STAGES = ["ingest", "attribution", "rules", "ledger", "fulfilment", "messages", "analytics"];

/** room -> the rooms it may import (itself is always allowed). `flow/ports` is the one door between flow and adapters. */
const MAY_IMPORT = {
  core: [],
  store: ["core"],
  flow: ["core", "store"],
  adapters: ["core", "flow/ports"],
  jobs: ["core", "store", "flow"],
  http: ["core", "store", "flow"],
  main: ["core", "store", "flow", "adapters", "jobs", "http"],
};

/** What a room does instead of reaching over. */
const REMEDY = {
  core: "take the value or the function as an argument.",
  store: "the store only speaks SQL: let flow pass in what it needs.",
  flow: "add a port to src/flow/ports.ts and let src/main hand in the adapter.",
  adapters: "implement a port of src/flow/ports.ts; flow brings the data.",
  jobs: "call a flow; what needs the outside is a port of that flow.",
  http: "call a flow to write, a store function to read.",
  main: "main wires src and nothing else; web and widget come in as built files.",
};

const OUTSIDE = "^(src|web|widget|sdk|test|scripts|examples)/";
const TESTS = "^test/|\\.test\\.ts$";

/** A relative import that leads nowhere keeps its dot. (So does a package found through a symlink to another folder.) */
const ASTRAY = "^\\.(?!.*node_modules)";

/** All ways in which a package or a part of Node may be depended on. */
const PACKAGE_TYPES = [
  "core", "npm", "npm-dev", "npm-peer", "npm-optional", "npm-bundled", "npm-no-pkg", "npm-unknown", "unknown", "undetermined",
];

/** The one file of src that talks to another Grapevine (`program push`), and so is a client like any other. */
const REMOTE = "^src/main/remote\\.ts$";

const roomRules = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `room-${room}`,
  severity: "error",
  comment: `src/${room} may import only itself and: ${allowed.join(", ") || "nothing"}. Remedy: ${REMEDY[room]}`,
  from: { path: `^src/${room}/`, pathNot: ["\\.test\\.ts$", REMOTE] },
  to: { path: OUTSIDE, pathNot: [room, ...allowed].map((name) => `^src/${name}(/|\\.ts$)`) },
}));

const stageRules = STAGES.slice(0, -1).map((stage, index) => ({
  name: `stage-${stage}-looks-upstream-only`,
  severity: "error",
  comment: `core/${stage} may import only core's words and the stages before it (${STAGES.slice(0, index).join(", ") || "none"}). `
    + "Remedy: move what both need to the earlier stage or to a word in src/core.",
  from: { path: `^src/core/${stage}/` },
  to: { path: `^src/core/((${STAGES.slice(index + 1).join("|")})/|reducer\\.ts$)` },
}));

const coreRules = [
  {
    name: "core-words-know-no-stage",
    severity: "error",
    comment: "A word (src/core/*.ts) is imported by stages and imports none. "
      + "Remedy: move the code into the stage; only reducer.ts composes.",
    from: { path: "^src/core/[^/]+\\.ts$", pathNot: "^src/core/reducer(\\.test)?\\.ts$" },
    to: { path: `^src/core/((${STAGES.join("|")})/|reducer\\.ts$)` },
  },
  {
    name: "core-is-pure",
    severity: "error",
    comment: "src/core imports no part of Node and no package but zod, intl-messageformat and cephes. "
      + "Remedy: take the function (a hash, a parser) as an argument.",
    from: { path: "^src/core/", pathNot: "\\.test\\.ts$" },
    to: { dependencyTypes: PACKAGE_TYPES, pathNot: [ASTRAY, "node_modules/(zod|intl-messageformat|cephes)/"] },
  },
];

const packageRules = [
  {
    name: "sql-lives-in-store",
    severity: "error",
    comment: "Only src/store talks to PostgreSQL. Remedy: write one exported store function and call it.",
    from: { pathNot: `^src/store/|${TESTS}` },
    to: { path: "node_modules/(@types/)?(pg|kysely|pg-[a-z-]+)/", pathNot: "node_modules/pg-boss/" },
  },
  {
    name: "http-framework-lives-in-http",
    severity: "error",
    comment: "Only src/http knows requests and status codes. Remedy: return a value or throw an error of core/errors.ts; http presents it.",
    from: { path: "^src/(core|store|flow|adapters|jobs)/", pathNot: TESTS },
    to: { path: "node_modules/(fastify|@fastify/[a-z-]+|fastify-type-provider-zod|@scalar/[a-z-]+)/" },
  },
  {
    name: "network-lives-in-adapters",
    severity: "error",
    comment: "store, flow and jobs never leave the machine. Remedy: add a port to src/flow/ports.ts and implement it in src/adapters.",
    from: { path: "^src/(store|flow|jobs)/", pathNot: TESTS },
    to: { dependencyTypes: ["core"], path: "^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)" },
  },
  {
    name: "declared-packages-only",
    severity: "error",
    comment: "This package is in no package.json. Remedy: add its exact version (with npm on Node 24), then rm -rf node_modules && npm ci.",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"], pathNot: ASTRAY },
  },
  {
    name: "imports-exist",
    severity: "error",
    comment: "This file is not there. Remedy: write it, or mend the path (it ends in .ts).",
    from: {},
    to: { couldNotResolve: true, path: ASTRAY },
  },
  {
    name: "src-needs-no-development-package",
    severity: "error",
    comment: "What runs for users may not need a package of the workshop. Remedy: move it to dependencies, or import only its types.",
    from: { path: "^src/", pathNot: TESTS },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"], pathNot: "node_modules/@types/" },
  },
];

const borderRules = [
  {
    name: "remote-is-a-client",
    severity: "error",
    comment:
      "src/main/remote.ts speaks to other servers as the sdk does. Remedy: import the sdk, core or main; the rest is for the server.",
    from: { path: REMOTE },
    to: { path: OUTSIDE, pathNot: ["^src/(core|main)/", "^sdk/src/index\\.ts$"] },
  },
  {
    name: "presets-are-data",
    severity: "error",
    comment: "A preset is a document for the engine. Remedy: import defineProgram from the sdk (or a type of src/core) and nothing else.",
    from: { path: "^presets/" },
    to: { path: "^(src|web|widget|test|scripts|examples)/", pathNot: "^src/core/" },
  },
  {
    name: "web-talks-through-sdk",
    severity: "error",
    comment: "The console uses only the public API. Remedy: call the sdk; where it lacks something, add the endpoint.",
    from: { path: "^web/" },
    to: { path: "^(src|widget|test)/" },
  },
  {
    name: "sdk-and-widget-stand-alone",
    severity: "error",
    comment: "sdk and widget are shipped alone. Remedy: generate the types from openapi.json; copy nothing, import nothing of the server.",
    from: { path: "^(sdk|widget)/", pathNot: "\\.test\\.ts$" },
    to: { path: "^(src|web|test|sdk|widget|presets|scripts|examples)/", pathNot: "^$1/" },
  },
  {
    name: "examples-use-the-sdk",
    severity: "error",
    comment: "An example shows what a user can do. Remedy: use the sdk or plain HTTP.",
    from: { path: "^examples/" },
    to: { path: "^(src|web|widget|test|scripts)/" },
  },
  {
    name: "nobody-imports-tests",
    severity: "error",
    comment: "Product code does not depend on tests. Remedy: move the helper beside the code it helps.",
    from: { pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: "no-cycles",
    severity: "error",
    comment: "These files import each other in a circle. Remedy: move what both need into a third file below them.",
    from: {},
    to: { circular: true },
  },
];

module.exports = {
  forbidden: [...roomRules, ...stageRules, ...coreRules, ...packageRules, ...borderRules],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // Without this the sdk, which is named only in `exports` of its package.json, is not found and looks undeclared.
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    exclude: { path: "^(web|widget|sdk)/dist/" },
  },
};
