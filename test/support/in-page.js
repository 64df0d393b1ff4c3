// Runs inside the page, not in Node: test/support/in-page.ts hands this text to the browser with one call at its end.

/** Every element, through open shadow roots. */
function everything(root = document) {
  return [...root.querySelectorAll("*")].flatMap((each) => (each.shadowRoot === null ? [each] : [each, ...everything(each.shadowRoot)]));
}

/** What has the focus: its name, whether one sees that it has the focus, and whether it is in view. */
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null || at === document.body) return { name: "", tag: "body", ring: false, inView: true };
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const labels = [...(at.labels ?? [])].map((each) => each.textContent).join(" ");
  const name = at.getAttribute("aria-label") || labels || at.textContent || at.id;
  const ring = (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return { name: name.replace(/\s+/g, " ").trim(), tag: at.tagName.toLowerCase(), ring, inView: inView && !isCovered(at, box) };
}

/** Whether something lies over the middle of what is seen of an element: a bar that stays while the page moves under it. */
function isCovered(element, box) {
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const [x, y] = [(box.left + box.right) / 2, (top + bottom) / 2];
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) found = found.shadowRoot.elementFromPoint(x, y) ?? null;
  if (found === null) return false;
  for (let at = found; at; at = at.parentNode ?? at.host) if (at === element) return false;
  return !element.contains(found) && !found.contains(element) && !(element.labels?.length > 0);
}

function sideways() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** Controls that a thumb misses: lower than 44 px. Links inside a sentence are excepted, as WCAG 2.5.8 does. */
function smallTargets() {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]";
  return everything()
    .filter((each) => each.matches(CONTROLS))
    .flatMap((each) => {
      const box = each.getBoundingClientRect();
      const style = getComputedStyle(each);
      const label = each.closest("label")?.getBoundingClientRect() ?? box;
      const isInline = each.matches("a[href]") && style.display === "inline";
      const isAway = box.width <= 1 || box.height <= 1 || box.right < 0 || box.bottom < 0 || box.left >= innerWidth;
      if (isInline || isAway || style.visibility === "hidden" || Math.max(box.height, label.height) >= 43.5) return [];
      const name = `${each.tagName.toLowerCase()} "${(each.textContent ?? "").trim().slice(0, 40)}"`;
      return [`${name} ${Math.round(box.width)}x${Math.round(box.height)}`];
    });
}

/** What got into the page as markup instead of text. `mark` is the id that the corpus gives its elements. */
function intruders(mark) {
  const found = [...(window.__gvFired ?? ["the hook is not there"])];
  for (const each of everything()) {
    // Only what is found is written out: the markup of every element, with all that is in it, would be the page's many times over.
    const note = (what) => found.push(`${what}: ${each.outerHTML.slice(0, 160)}`);
    if (each.id === mark) note("element");
    for (const { name, value } of each.attributes) {
      if (name.startsWith("on")) note("handler");
      const isAddress = /^(href|src|action|formaction|xlink:href|style)$/.test(name);
      if (isAddress && /^\s*(javascript|vbscript|data:text\/html)/i.test(value)) note("address");
      if (isAddress && /^\s*((https?:)?\/\/evil\.example|.*url\(.*evil\.example)/i.test(value)) note("foreign");
    }
  }
  // 7 times 191: a template that was run shows it.
  if (/\b1337\b/.test(document.body?.innerText ?? "")) found.push("a template was run");
  return found;
}

/** Opens what is folded, points at and focuses everything there is, as a hand would. */
function prod() {
  for (const each of everything()) if (each.localName === "details") each.open = true;
  for (const each of everything()) for (const type of ["mouseover", "focus"]) each.dispatchEvent(new Event(type));
}

export { focused, intruders, prod, sideways, smallTargets };
