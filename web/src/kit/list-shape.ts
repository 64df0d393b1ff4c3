/** What a list is told: whose rows, in which columns. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

export type Column<R> = {
  key: string;
  label: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand at the end. */
  end?: boolean;
  width?: number | string;
  /** Left out on a phone. */
  wide?: boolean;
};

export type ListProps<R> = {
  of: UseInfiniteQueryResult<InfiniteData<unknown>>;
  columns: readonly Column<R>[];
  keyOf: (row: R) => string;
  /** What a row opens. */
  open?: (row: R) => void;
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode;
  label: string;
};
