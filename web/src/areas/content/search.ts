/** What stands in the addresses of this area: short texts and nothing else. */

/** Keeps these keys of an address where they are texts. */
export function only<K extends string>(...keys: K[]) {
  return (search: Record<string, unknown>): { [key in K]?: string } =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = search[key];
        return typeof value === "string" && value !== "" && value.length <= 200 ? [[key, value]] : [];
      }),
    ) as { [key in K]?: string };
}

/** The same, with the program that a page is about. */
export function forProgram<K extends string>(...keys: K[]) {
  return only<K | "program">("program", ...keys);
}
