/** The three steps of the set-up. */
export const STEPS = ["define", "launch", "improve"] as const;
export type Step = (typeof STEPS)[number];
