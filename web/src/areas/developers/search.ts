/** What of a list or page is shown, as it stands in the address. */
export type EventSearch = { type?: string; status?: string; person?: string; program?: string; since?: string };
export type StatusSearch = { status?: string; type?: string };
export type MailSearch = { status?: string; kind?: string; person?: string };
export type RequestSearch = { key?: string; status?: string };
export type SnippetSearch = { show?: string; program?: string };
