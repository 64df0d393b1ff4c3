/** Hears which share of a study is done: from 0 to 1. */
export type Tell = (share: number) => void;
