/** Which language a person is spoken to. */

const TAG = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?$/i;

/** "de_DE.UTF-8" -> "de-DE"; null for what is no language. */
export function localeOf(text: unknown): string | null {
  const [, language, script, region] = (typeof text === "string" ? TAG.exec(text.trim()) : null) ?? [];
  if (language === undefined || language.toLowerCase() === "und") return null;
  const parts = [language.toLowerCase()];
  if (script !== undefined) parts.push(script.charAt(0).toUpperCase() + script.slice(1).toLowerCase());
  if (region !== undefined) parts.push(region.toUpperCase());
  return parts.join("-");
}

/** Her own attribute `locale`, else `language`, else the workspace's, else English. */
export function chooseLocale(person: { locale?: unknown; language?: unknown }, workspace: unknown): string {
  return localeOf(person.locale) ?? localeOf(person.language) ?? localeOf(workspace) ?? "en";
}
