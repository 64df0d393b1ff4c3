/** What a mail says, before it is drawn: texts without markup, and where its button leads. */

export type MailLink = { label: string; url: string };
/** Part of a digest: one of the things that happened. */
export type MailItem = { title: string; text: string };
export type MailFigure = { label: string; value: string };
/** The first column names the row; the others are values. */
export type MailTable = { head: readonly string[]; rows: readonly (readonly string[])[] };

/** Colours by the names of brandTokens, without "--gv-". */
export type MailColours = Readonly<Record<"primary" | "on_primary" | "paper" | "ink" | "muted" | "line", string>>;

export type MailContent = {
  /** BCP 47. */
  locale: string;
  dir: "ltr" | "rtl";
  subject: string;
  title: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  paragraphs: readonly string[];
  /** A coupon or a sign-in code, to be read and typed; null: none. */
  code: string | null;
  items: readonly MailItem[];
  figures: readonly MailFigure[];
  table: MailTable | null;
  action: MailLink | null;
  /** Small text under the button: what the code is good for, why the friend gets this, what the advocate gets. */
  notes: readonly string[];
  /** Why she gets this mail. */
  because: string;
  preferences: MailLink | null;
  unsubscribe: MailLink | null;
  /** The sender's postal address, line by line. */
  imprint: readonly string[];
  powered: string | null;
  brand: { name: string; logo: string | null; radius: string; font: string; light: MailColours; dark: MailColours };
};

/** The plain-text part: the same content, without what only looks. */
export function plainText(content: MailContent): string {
  const blocks = [
    content.title,
    ...content.paragraphs,
    ...content.items.map((item) => `- ${item.title}\n  ${item.text}`),
    content.figures.map((figure) => `${figure.label}: ${figure.value}`).join("\n"),
    content.table === null ? "" : [content.table.head, ...content.table.rows].map((row) => row.join(" | ")).join("\n"),
    content.code ?? "",
    content.action === null ? "" : `${content.action.label}:\n${content.action.url}`,
    ...content.notes,
    `-- \n${content.brand.name}`,
    content.because,
    ...[content.preferences, content.unsubscribe].map((link) => (link === null ? "" : `${link.label}:\n${link.url}`)),
    content.imprint.join("\n"),
    content.powered ?? "",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
