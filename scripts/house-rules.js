/**
 * The house's own lint rules, loaded by oxlint (`jsPlugins` in .oxlintrc.json). They say what no ready-made rule can:
 * that the core decides and does nothing else. Where a rule applies is said in .oxlintrc.json, not here, except for
 * what a rule itself means. Every message names the remedy. test/house/ holds a seeded violation of each.
 */

/** Local-time and locale dependent members: the answer changes with TZ, LANG or the ICU of the machine. */
const LOCAL_MEMBERS = new RegExp([
  "^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year)$",
  "^(getTimezoneOffset|localeCompare|toDateString|toTimeString|toLocale\\w+)$",
].join("|"));

/** The openings of a statement. Prose starts with a capital or goes on otherwise; the project's SQL is lower case. */
const SQL = new RegExp(`^\\s*(${[
  "select\\s[^]*\\sfrom\\s",
  "insert into\\s",
  "update\\s+[\\w.\"]+(\\s+(as\\s+)?\\w+)?\\s+set\\s",
  "delete from\\s",
  "with\\s+\\w+\\s*(\\([^)]*\\)\\s*)?as\\s*\\(",
  "(create|alter|drop)\\s+(table|index|unique index|role|schema|function|policy|database|type|sequence|extension)\\s",
  "truncate\\s+(table\\s+)?[\\w.]+\\s*$",
  "copy\\s+[\\w.]+\\s*(\\([^)]*\\)\\s*)?(from|to)\\s+(stdin|stdout)",
].join("|")})`);

/** True for `select ... from` and `SELECT ... FROM`, not for "Select a program from the list". */
const isSql = (text) => SQL.test(/^\s*[A-Z]{2}/.test(text) ? text.toLowerCase() : text);

/** Who may call skip, only and todo in a test file. */
const SUITES = new Set(["it", "test", "describe", "suite", "bench"]);

/** The name of a member expression's property when it is written out (`a.b` and `a["b"]`), else undefined. */
const memberName = (node) => {
  if (!node.computed) return node.property.name;
  return node.property.type === "Literal" ? node.property.value : undefined;
};

const isMember = (node, object, property) =>
  node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === object && memberName(node) === property;

/** True where an identifier is only a label (a key, a member's name, a type), not a use of the value. */
const isLabel = (node) => {
  const { parent } = node;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  if (parent.type === "Property" || parent.type === "PropertyDefinition" || parent.type === "MethodDefinition") {
    return parent.key === node && !parent.computed && !parent.shorthand;
  }
  return parent.type.startsWith("TS") && parent.expression !== node || /^(Import|Export)\w*Specifier$/.test(parent.type);
};

const isNewDateOfOneValue = (node) =>
  node.parent.type === "NewExpression" && node.parent.callee === node
  && node.parent.arguments.length === 1 && node.parent.arguments[0].type !== "SpreadElement";

const NO_CLOCK = "core never reads the clock: take `now` (the batch's instant) as an argument.";
const NO_CHANCE = "core never rolls dice: take the value as an argument.";
const SYNC = "core is synchronous: load in flow, decide in core, save in flow.";
const STATE = "core has no module state: keep it in the value that the function takes and returns.";

/** A rule is a function from "report this node with this text" to the visitors of oxlint. */
const rule = (description, visitors) => ({
  meta: { type: "problem", docs: { description } },
  create: (context) => visitors((node, message) => context.report({ node, message }), context),
});

/**
 * `Date` may be used in exactly four ways: `new Date(value)`, `Date.UTC`, `Date.parse` and `instanceof Date`. All others
 * read the clock (`Date()`, `Date.now`, `new Date()`), read the time zone (`new Date(y, m, d)`) or hide one of these
 * behind another name (`const { now } = Date`).
 */
const noClock = rule("core never reads the clock", (report) => ({
  Identifier(node) {
    if (node.name !== "Date" || isLabel(node) || isNewDateOfOneValue(node)) return;
    const { parent } = node;
    if (parent.type === "NewExpression" && parent.callee === node && parent.arguments.length > 1) {
      report(node, "core knows no local time: write new Date(Date.UTC(y, m, d)).");
      return;
    }
    if (isMember(parent, "Date", "UTC") || isMember(parent, "Date", "parse")) return;
    if (parent.type === "BinaryExpression" && parent.operator === "instanceof") return;
    report(node, NO_CLOCK);
  },
}));

/** `Math` only as `Math.name`, and never `Math.random`: `const { random } = Math` and `Math[x]` are refused with it. */
const noChance = rule("core never rolls dice", (report) => ({
  Identifier(node) {
    if (node.name !== "Math" || isLabel(node)) return;
    const { parent } = node;
    const name = parent.type === "MemberExpression" && parent.object === node ? memberName(parent) : undefined;
    if (name === undefined || name === "random") report(node, NO_CHANCE);
  },
}));

const syncOnly = rule("core is synchronous", (report) => {
  const checkFunction = (node) => { if (node.async) report(node, SYNC); };
  return {
    FunctionDeclaration: checkFunction,
    FunctionExpression: checkFunction,
    ArrowFunctionExpression: checkFunction,
    AwaitExpression(node) { report(node, SYNC); },
    ForOfStatement(node) { if (node.await) report(node, SYNC); },
    VariableDeclaration(node) { if (node.kind === "await using") report(node, SYNC); },
  };
});

const noDynamicImport = rule("core has no dynamic imports", (report) => ({
  ImportExpression(node) {
    report(node, "core has no dynamic imports: import at the top, or take the function as an argument.");
  },
  MetaProperty(node) {
    if (node.meta.name === "import") report(node, "core does not know where it lies: take the value as an argument.");
  },
}));

const plainData = rule("core is plain data and functions", (report) => {
  const refuse = (node) => report(node, "core is plain data and functions: write a type and functions over it.");
  return { ClassDeclaration: refuse, ClassExpression: refuse, ThisExpression: refuse };
});

/** Not only `let`: an empty Map, Set, array or object at the top of a module is there to be filled, so it is state too. */
const noModuleState = rule("core has no module state", (report) => ({
  VariableDeclaration(node) {
    if (!["Program", "ExportNamedDeclaration"].includes(node.parent.type)) return;
    if (node.kind !== "const") {
      report(node, STATE);
      return;
    }
    for (const { init } of node.declarations) {
      const isContainer = init?.type === "NewExpression" && /^(Weak)?(Map|Set)$/.test(init.callee.name);
      if (isContainer && init.arguments.length === 0) report(init, STATE);
      if (init?.type === "ArrayExpression" && init.elements.length === 0) report(init, `${STATE} (A constant: Object.freeze([]).)`);
      if (init?.type === "ObjectExpression" && init.properties.length === 0) report(init, `${STATE} (A constant: Object.freeze({}).)`);
    }
  },
}));

const noLocalZone = rule("core depends on no time zone and no locale", (report) => ({
  MemberExpression(node) {
    const name = memberName(node);
    if (typeof name !== "string" || !LOCAL_MEMBERS.test(name)) return;
    report(node, `core gives the same answer in every zone and language: instead of ${name} use the getUTC form, `
      + "Intl with a named locale and zone, or < and >.");
  },
}));

/** `process`, or `globalThis.process` and the like. */
const isProcess = (node) =>
  (node?.type === "Identifier" && node.name === "process")
  || (node?.type === "MemberExpression" && memberName(node) === "process");

const envInConfigOnly = rule("the environment is read once, in src/main/config.ts", (report) => {
  const say = (node) =>
    report(node, "only src/main/config.ts reads the environment: add a field to its Config and take it as an argument.");
  return {
    MemberExpression(node) {
      if (memberName(node) === "env" && isProcess(node.object)) say(node);
    },
    VariableDeclarator(node) {
      if (node.id.type !== "ObjectPattern" || !isProcess(node.init)) return;
      if (node.id.properties.some((property) => property.key?.name === "env")) say(node);
    },
    ImportDeclaration(node) {
      if (!/^(node:)?process$/.test(node.source.value)) return;
      if (node.specifiers.some((specifier) => specifier.imported?.name === "env")) say(node);
    },
  };
});

const consoleInMainOnly = rule("only src/main talks to the terminal", (report) => ({
  Identifier(node) {
    if (node.name !== "console" || isLabel(node)) return;
    report(node, "only src/main writes to the terminal: take the `log` port, or return the text.");
  },
}));

const sqlInStoreOnly = rule("all SQL lies in src/store", (report) => {
  const check = (node, text) => {
    if (isSql(text)) report(node, "SQL lives in src/store: make it one exported store function and call that.");
  };
  return {
    Literal(node) { if (typeof node.value === "string") check(node, node.value); },
    TemplateLiteral(node) { check(node, node.quasis.map((quasi) => quasi.value.cooked ?? "").join(" x ")); },
  };
});

/** The first name of a chain of members: `it` for `it`, `it.concurrent` and `it.each(rows)`. */
const chainRoot = (node) => {
  if (node.type === "MemberExpression") return chainRoot(node.object);
  if (node.type === "CallExpression") return chainRoot(node.callee);
  return node.type === "Identifier" ? node.name : undefined;
};

const isText = (node) => node?.type === "TemplateLiteral" || (node?.type === "Literal" && typeof node.value === "string");

/** A skipped test says why where it is read: `context.skip("no Citus here")`, also with a condition before the words. */
const noSilentSkips = rule("no test is skipped without a reason, and none hides the others", (report) => ({
  MemberExpression(node) {
    const name = memberName(node);
    const onSuite = SUITES.has(chainRoot(node.object));
    if (name === "only" && onSuite) {
      report(node, "`only` hides every other test: take it away, or run one file with npx vitest run <file>.");
    }
    if (["skip", "skipIf", "runIf", "todo", "fails"].includes(name) && onSuite) {
      report(node, `\`${name}\` says no reason: call context.skip("the reason") inside the test, or write the test.`);
    }
    if (name === "skip" && !onSuite && node.parent.type === "CallExpression" && node.parent.callee === node) {
      if (node.parent.arguments.slice(0, 2).some(isText)) return;
      report(node, 'a skipped test says why: context.skip("the reason") or context.skip(condition, "the reason").');
    }
  },
}));

export default {
  meta: { name: "house" },
  rules: {
    "no-clock": noClock,
    "no-chance": noChance,
    "sync-only": syncOnly,
    "no-dynamic-import": noDynamicImport,
    "plain-data": plainData,
    "no-module-state": noModuleState,
    "no-local-zone": noLocalZone,
    "env-in-config-only": envInConfigOnly,
    "console-in-main-only": consoleInMainOnly,
    "sql-in-store-only": sqlInStoreOnly,
    "no-silent-skips": noSilentSkips,
  },
};
