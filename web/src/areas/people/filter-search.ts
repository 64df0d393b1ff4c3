/** Filters of the list of people. What is typed to find somebody is personal data and never in an address. */
export type PeopleFilter = { program?: string; joined?: number; country?: string; segment?: string; sort?: "score" };
