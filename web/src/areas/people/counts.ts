/** What somebody pasted of sources: "a friend, 180" a line, or one answer a line. */
export function countsIn(text: string): { source: string; count: number }[] {
  const byKey = new Map<string, { source: string; count: number }>();
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const found = /^(.*?)\s*[,;\t]\s*"?(\d{1,9})"?$/.exec(trimmed);
    const source = (found?.[1] ?? trimmed)
      .replace(/^"(.*)"$/, "$1")
      .trim()
      .slice(0, 200);
    const count = found === null ? 1 : Number(found[2]);
    const known = byKey.get(source.toLowerCase());
    if (known === undefined) byKey.set(source.toLowerCase(), { source, count });
    else known.count += count;
  }
  return [...byKey.values()].slice(0, 5000);
}
