/** A table that may be wider than the screen: it scrolls sideways in itself, also by keyboard. */
import { Table } from "@mantine/core";
import { type ReactNode, createContext, use, useRef } from "react";

/** What stands below each table of an area: the same as a file, say. */
export type TableTool = (of: { label: string; table: () => HTMLTableElement | null }) => ReactNode;
export const TableTools = createContext<TableTool | null>(null);

export function Wide({ label, minWidth, mt, children }: { label: string; minWidth: number; mt?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const tool = use(TableTools);
  const scrolls = { viewportProps: { tabIndex: 0, role: "region", "aria-label": label } } as object;
  return (
    <>
      <Table.ScrollContainer ref={box} minWidth={minWidth} mt={mt} scrollAreaProps={scrolls}>
        {children}
      </Table.ScrollContainer>
      {tool?.({ label, table: () => box.current?.querySelector("table") ?? null })}
    </>
  );
}
