/** The search is asked for before its part of the program has come: it opens as soon as it is there. */
export const early = { loaded: false, asked: false };

/** Hears Ctrl-K until the search itself does. @returns the end of it. */
export function hearEarly(): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (early.loaded || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    early.asked = true;
  };
  addEventListener("keydown", hear);
  return () => removeEventListener("keydown", hear);
}
