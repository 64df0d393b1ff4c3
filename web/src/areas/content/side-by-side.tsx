/** An editor with what it makes beside it; below it on a phone. The picture stays in sight while the editor scrolls. */
import { Box } from "@mantine/core";
import type { ReactNode } from "react";

export function SideBySide({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <Box
      style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 380px), 1fr))", alignItems: "start" }}
    >
      <Box style={{ minWidth: 0 }}>{left}</Box>
      <Box style={{ minWidth: 0, position: "sticky", top: 68 }}>{right}</Box>
    </Box>
  );
}
