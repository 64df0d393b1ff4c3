/** What happened and why, newest first: the right half of every detail page. */
import { Box, Text, Timeline as MantineTimeline } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../words/say.ts";
import { type Tone, When } from "./values.tsx";

export type Happening = { key: string; at: string; title: ReactNode; why?: ReactNode; tone?: Tone };

export function Timeline({ of }: { of: readonly Happening[] }) {
  if (of.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("Nothing has happened yet.")}
      </Text>
    );
  return (
    <MantineTimeline bulletSize={12} lineWidth={2} active={of.length}>
      {of.map(({ key, at, title, why, tone }) => (
        <MantineTimeline.Item
          key={key}
          color={tone ?? "gray"}
          title={
            <Text size="sm" fw={600} component="div">
              {title}
            </Text>
          }
        >
          {why !== undefined && (
            <Box fz="sm" className="gv-text">
              {why}
            </Box>
          )}
          <Text size="xs" c="dimmed">
            <When at={at} exact />
          </Text>
        </MantineTimeline.Item>
      ))}
    </MantineTimeline>
  );
}

/** A detail page: what it is at the left, what happened at the right; below each other on a phone. `follows`: the right stays in sight. */
export function Detail({ children, aside, follows = false }: { children: ReactNode; aside: ReactNode; follows?: boolean }) {
  return (
    <Box
      style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 340px), 1fr))", alignItems: "start" }}
    >
      <Box style={{ display: "grid", gap: 16, minWidth: 0 }}>{children}</Box>
      <Box style={{ display: "grid", gap: 16, minWidth: 0, ...(follows && { position: "sticky", insetBlockStart: 68 }) }}>{aside}</Box>
    </Box>
  );
}
