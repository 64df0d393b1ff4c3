/** Who a person is now: herself, or whom she was merged into. */

/**
 * The id in SQL, `p` being a person's row. Not `coalesce(p.merged_into, p.id)`: below row-level security PostgreSQL takes that for
 * something that may leak, compares it with no index, and reads all people instead (50 names of 2.6 million: 1.6 s against 1.4 ms).
 */
export const survivor = (p: string): string => `case when ${p}.merged_into is null then ${p}.id else ${p}.merged_into end`;
