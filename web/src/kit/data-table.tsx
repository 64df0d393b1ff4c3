/** A table of what was found, with its name for those who hear it; wider than a phone, it scrolls in itself. */
import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { Wide } from "./wide.tsx";

/** A column's head; `end` for numbers; null for a bar that draws the number before it. */
type Head = string | { end: string } | null;

type Props = {
  label: string;
  minWidth: number;
  heads: readonly Head[];
  /** Rows close to each other: many, of one line. */
  tight?: boolean;
  mt?: string;
  children: ReactNode;
};

export function DataTable({ label, minWidth, heads, tight = false, mt, children }: Props) {
  return (
    <Wide minWidth={minWidth} label={label} {...(mt !== undefined && { mt })}>
      <Table verticalSpacing={tight ? 4 : "xs"} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, at) =>
              head === null ? (
                <Table.Th key={at} w="30%" aria-hidden />
              ) : typeof head === "string" ? (
                <Table.Th key={at}>{head}</Table.Th>
              ) : (
                <Table.Th key={at} ta="end">
                  {head.end}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Wide>
  );
}

/** A number in a table: at the end of its column, its digits below each other. */
export const NumberCell = ({ children }: { children: ReactNode }) => (
  <Table.Td ta="end" className="gv-number">
    {children}
  </Table.Td>
);
