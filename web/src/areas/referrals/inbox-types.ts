/** What an inbox is made of. */
import type { ReactNode } from "react";
import type { Tone } from "../../kit/values.tsx";

/** Anything in an inbox, as it is shown. */
export type InboxItem = {
  id: string;
  at: string;
  title: ReactNode;
  lines: ReactNode[];
  /** Null while it waits. */
  decided: { tone: Tone; word: string; why?: string } | null;
  person: string;
};

export type InboxSort = {
  label: string;
  empty: string;
  writes: string;
  path: string;
  /** Shown one program at a time. */
  needsProgram?: boolean;
  query: (program: string | undefined, done: boolean) => object;
  item: (row: never) => InboxItem;
  approve?: { consequence: string; run: (id: string, program: string) => Promise<unknown>; manySafe: boolean };
  refuse?: { consequence: string; words: "required" | "optional"; run: (id: string, program: string, words: string) => Promise<unknown> };
  /** Takes a refusal back. */
  unrefuse?: (id: string, program: string) => Promise<unknown>;
};
