/** What a screen shows when it has nothing to show yet: loading, nothing there, nothing found, an error, no permission. */
import { GrapevineError } from "@grapevine/sdk";
import { Alert, Button, Code, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { CloudOff, Lock, Sprout, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../words/say.ts";

/** First use, or nothing found. `act` is the one thing to do. */
export function EmptyState({ title, text, act }: { title: string; text?: ReactNode; act?: ReactNode }) {
  return (
    <Stack align="center" py={48} gap="xs" ta="center">
      <Sprout size={32} opacity={0.5} aria-hidden />
      <Title order={2} size="h3">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" size="sm" maw={480}>
          {text}
        </Text>
      )}
      {act !== undefined && <Group mt="xs">{act}</Group>}
    </Stack>
  );
}

/** What happened, what is safe, what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, text, id, icon } = wordsOf(error);
  return (
    <Alert
      color={icon === "lock" ? "sky" : "rust"}
      variant="light"
      role="alert"
      icon={icon === "lock" ? <Lock size={18} /> : icon === "off" ? <CloudOff size={18} /> : <TriangleAlert size={18} />}
      title={title}
    >
      <Text size="sm">{text}</Text>
      <Group mt="xs" gap="sm">
        {retry !== undefined && icon !== "lock" && (
          <Button size="xs" variant="default" onClick={retry}>
            {t("Try again")}
          </Button>
        )}
        {id !== undefined && <Code>{id}</Code>}
      </Group>
    </Alert>
  );
}

/** What the server said, in the operator's language, and what is wrong with fields where that does not say it yet. */
export function saidOf(error: unknown): string {
  if (!(error instanceof GrapevineError)) return error instanceof Error ? error.message : String(error);
  const { title, detail = title, errors = [] } = error.problem;
  const more = errors.filter(({ message }) => !detail.includes(message));
  return [detail, ...more.map(({ pointer, message }) => (errors.length > 1 ? `${pointer}: ${message}` : message))].join(" ");
}

function wordsOf(error: unknown): { title: string; text: string; id?: string; icon: "lock" | "off" | "warn" } {
  if (!(error instanceof GrapevineError))
    return {
      title: t("This page failed"),
      text: t("Nothing was changed. Load the page again; if it stays, tell whoever runs Grapevine: {message}", {
        message: saidOf(error),
      }),
      icon: "warn",
    };
  const id = error.problem.request_id;
  if (error.status === 0)
    return {
      title: t("The server cannot be reached"),
      text: t("Check your connection. What you see may be old; nothing that you typed is lost."),
      icon: "off",
    };
  if (error.status === 403)
    return {
      title: t("Not for your role"),
      text: t("Ask an owner of this workspace if you need it. {detail}", { detail: saidOf(error) }),
      id,
      icon: "lock",
    };
  if (error.status === 404)
    return {
      title: t("It is not here"),
      text: t("It may have been removed, or the address belongs to another workspace."),
      id,
      icon: "warn",
    };
  if (error.status === 429)
    return {
      title: t("Too many requests"),
      text: t("Wait a moment, then try again. {detail}", { detail: saidOf(error) }),
      id,
      icon: "warn",
    };
  return { title: error.problem.title, text: saidOf(error), id, icon: "warn" };
}

/** Draws a read: its skeleton, its error, or itself. */
export function Shown<T>({ of, skeleton, children }: { of: UseQueryResult<T>; skeleton?: ReactNode; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <ErrorState error={of.error} retry={() => void of.refetch()} />;
  return <>{skeleton ?? <Lines />}</>;
}

/** A skeleton of text. */
export function Lines({ n = 4, height = 20 }: { n?: number; height?: number }) {
  return (
    <Stack gap="sm" role="status" aria-busy aria-label={t("Loading")}>
      {Array.from({ length: n }, (_, i) => (
        <Skeleton key={i} height={height} width={`${95 - ((i * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
