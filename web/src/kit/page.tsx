/** A page's frame: title, one sentence, acts on the right, content. And a card of it. */
import { Anchor, Box, Breadcrumbs, Card, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { t } from "../words/say.ts";

type PageProps = {
  title: string;
  /** What this is for, in one sentence. */
  text?: ReactNode;
  /** Buttons. */
  acts?: ReactNode;
  /** Where "back" leads: the list that this is one of. */
  under?: { label: string; to: string };
  children: ReactNode;
};

export function Page({ title, text, acts, under, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Grapevine`;
  }, [title]);
  const up = { component: Link, to: under?.to } as object;
  return (
    <Stack gap="md" maw={1280} mx="auto">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Box style={{ minWidth: 0, flex: "1 1 320px" }}>
          {under !== undefined && (
            <Breadcrumbs mb={4}>
              <Anchor {...up} size="sm">
                {under.label}
              </Anchor>
            </Breadcrumbs>
          )}
          <Title order={1} style={{ overflowWrap: "anywhere" }}>
            <bdi>{title}</bdi>
          </Title>
          {text !== undefined && (
            <Text c="dimmed" size="sm" className="gv-text">
              {text}
            </Text>
          )}
        </Box>
        {acts !== undefined && <Group gap="xs">{acts}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

type SectionProps = {
  title?: string;
  text?: ReactNode;
  acts?: ReactNode;
  /** Where something else points here: a chart whose table this is. */
  id?: string;
  children: ReactNode;
};

export function Section({ title, text, acts, id, children }: SectionProps) {
  return (
    <Card component="section" aria-label={title} id={id}>
      {(title !== undefined || acts !== undefined) && (
        <Group justify="space-between" mb="sm" align="flex-start">
          <Box>
            {title !== undefined && (
              <Title order={2} size="h3">
                {title}
              </Title>
            )}
            {text !== undefined && (
              <Text c="dimmed" size="sm" className="gv-text">
                {text}
              </Text>
            )}
          </Box>
          {acts !== undefined && <Group gap="xs">{acts}</Group>}
        </Group>
      )}
      {children}
    </Card>
  );
}

/** One figure with what it means. `hint` says how it is counted. */
export function Figure({ label, value, hint }: { label: string; value: ReactNode; hint?: string }) {
  return (
    <Box>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} className="gv-number" style={{ overflowWrap: "anywhere" }}>
        {value}
      </Text>
      {hint !== undefined && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Box>
  );
}

/** An e-mail address breaks behind its @, where there is no room for it on one line. */
function Address({ of }: { of: string }) {
  const at = of.indexOf("@") + 1;
  return (
    <>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </>
  );
}

/** Facts about one thing: label above value, in columns. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Box component="dl" m={0} style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(180px, 1fr))", gap: 12 }}>
      {of.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed" className="gv-first">
            {label}
          </Text>
          <Text component="dd" m={0} size="sm" style={{ overflowWrap: "break-word" }}>
            {typeof value === "string" && value.includes("@") ? <Address of={value} /> : (value ?? t("none"))}
          </Text>
        </div>
      ))}
    </Box>
  );
}
