/** What of a list or page is shown, as it stands in the address. */
export type StatusSearch = { status?: string };
export type NewSearch = { kind?: "ask" };
export type ReportSearch = { show?: string; language?: string };
export type BoardSearch = { program?: string; period?: string; hidden?: string };
