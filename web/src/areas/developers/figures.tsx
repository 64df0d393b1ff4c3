/** Figures beside each other, below each other on a phone. */
import { SimpleGrid } from "@mantine/core";
import type { ReactNode } from "react";

export function Figures({ children }: { children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
      {children}
    </SimpleGrid>
  );
}
