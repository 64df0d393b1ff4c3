/** What the address of the list of rewards may say. */
export const QUEUES = ["approval", "fulfilment", "choice", "all"] as const;
export const STATES = ["pending", "available", "in_flight", "fulfilled", "reversed", "denied", "expired"] as const;
