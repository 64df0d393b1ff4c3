/** What of the audit log is shown, as it stands in the address. */
export type AuditSearch = { actor?: string; action?: string; target?: string; from?: string; to?: string };
