/** The code in the shop's own fields: typed by nobody, changeable by her. */

type Values = Record<string, string | undefined>;

/**
 * Fills the code field as if it had been typed (frameworks listen for that), and hidden fields marked `data-gv="click_id"`: each once, so
 * that what she empties stays empty. The page may bring its fields later. Call what it returns with the values, again when there are more.
 */
export function createFiller(selector: string | undefined): (values: Values) => void {
  const filled = new WeakSet<Element>();
  let known: Values = {};
  let due = false;
  const fill = (): void => {
    due = false;
    for (const [query, value] of wanted(selector, known)) {
      for (const field of all(query)) {
        if (filled.has(field) || !(field instanceof HTMLInputElement) || field.value !== "") continue;
        filled.add(field);
        type(field, value);
      }
    }
  };
  // A cart that opens later, a page that is drawn by script.
  new MutationObserver(() => {
    if (due || !Object.values(known).some(Boolean)) return;
    due = true;
    setTimeout(fill, 100);
  }).observe(document.documentElement, { childList: true, subtree: true });
  return (values) => {
    known = values;
    fill();
  };
}

function wanted(selector: string | undefined, values: Values): [string, string][] {
  const pairs = Object.entries(values).map(([name, value]) => [`[data-gv="${name}"]`, value] as const);
  return [[selector ?? "", values["code"]] as const, ...pairs].filter((pair): pair is [string, string] => !!pair[0] && !!pair[1]);
}

function all(query: string): Element[] {
  try {
    return [...document.querySelectorAll(query)];
  } catch {
    return [];
  }
}

function type(field: HTMLInputElement, value: string): void {
  // React puts its own setter on the element: the prototype's is what the browser itself uses.
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  if (set === undefined) field.value = value;
  else set.call(field, value);
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}
