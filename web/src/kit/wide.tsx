/** A table that may be wider than the screen: it scrolls sideways in itself, also by keyboard. */
import { Table } from "@mantine/core";
import type { ReactNode } from "react";

export function Wide({ label, minWidth, mt, children }: { label: string; minWidth: number; mt?: string; children: ReactNode }) {
  const scrolls = { viewportProps: { tabIndex: 0, role: "region", "aria-label": label } } as object;
  return (
    <Table.ScrollContainer minWidth={minWidth} mt={mt} scrollAreaProps={scrolls}>
      {children}
    </Table.ScrollContainer>
  );
}
