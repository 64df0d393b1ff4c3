/** A study's answer: what was worked out before at once, how far the very first one is, and anew when newer figures are there. */
import { Progress, Stack, Text } from "@mantine/core";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { instant, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";

/** What may be answered instead of the first one. */
type Working = { working: { share: number } };
const isWorking = (data: unknown): data is Working => typeof data === "object" && data !== null && "working" in data;

/** Answered but for a part, whose first answer is being worked out. */
const isCounting = (data: unknown): boolean => (data as { counting?: object | null } | undefined)?.counting != null;

/** Asked again sooner while there is none yet, and for a while where newer ones are being worked out. */
const SOON_MS = 1_500;
const LATER_MS = 5_000;

/** What every read of a study asks for: nobody waits for figures of now, where those of before can be shown. In seconds. */
export const AT_ONCE = { wait: 0.2 } as const;

/** A read of a study that is asked again for as long as something is on its way. Ask it with `AT_ONCE`. */
export function useStudied<T>(options: { queryKey: readonly unknown[]; queryFn?: unknown; enabled?: unknown }): UseQueryResult<T> {
  return useQuery({
    ...(options as object),
    queryKey: options.queryKey,
    staleTime: 30_000,
    placeholderData: (old: unknown) => old,
    refetchInterval: ({ state: { data } }: { state: { data: unknown } }) =>
      isWorking(data) || isCounting(data) ? SOON_MS : (data as { renewing?: boolean } | undefined)?.renewing === true ? LATER_MS : false,
  } as never) as unknown as UseQueryResult<T>;
}

/** Draws it, or how far it is. */
type StudiedProps<T> = { of: UseQueryResult<T>; skeleton?: ReactNode; children: (data: T) => ReactNode };
export function Studied<T>({ of, skeleton, children }: StudiedProps<T>) {
  return (
    <Shown of={of} {...(skeleton !== undefined && { skeleton })}>
      {(data) => (isWorking(data) ? <BeingWorkedOut share={data.working.share} /> : children(data))}
    </Shown>
  );
}

/** How far the first answer is. */
export function BeingWorkedOut({ share }: { share: number }) {
  return (
    <Section>
      <Stack gap="xs" role="status">
        <Text size="sm">{t("This is worked out from all your orders and referrals: it takes a while the first time.")}</Text>
        <Progress value={100 * share} aria-label={t("Worked out: {share}", { share: percent(share) })} />
      </Stack>
    </Section>
  );
}

/** Of when the part of a report is that is counted row by row and kept. */
export function CountedThen({ at, renewing }: { at: string; renewing: boolean }) {
  return (
    <Text size="sm" c="dimmed">
      {[
        t("Segments are counted row by row, and kept: these are of {at}.", { at: instant(at) }),
        ...(renewing ? [t("They are being counted anew.")] : []),
      ].join(" ")}
    </Text>
  );
}
