/** The frame of this area's pages: title, the area's other pages, and the program that a page is about. */
import { NativeSelect, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Row, pages } from "../../api/query.ts";
import { Page } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Lines } from "../../kit/states.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

type FrameProps = { title: string; text?: ReactNode; acts?: ReactNode; under?: { label: string; to: string }; children: ReactNode };

export function ContentPage({ children, ...page }: FrameProps) {
  const subPages = [
    { to: "/content/landing", label: t("Landing page") },
    { to: "/content/portal", label: t("Portal") },
    { to: "/content/share", label: t("Share texts") },
    { to: "/content/mails", label: t("Mails") },
    { to: "/content/brand", label: t("Brand") },
    { to: "/content/testimonials", label: t("Testimonials") },
    { to: "/content/help", label: t("Help articles") },
    { to: "/content/resources", label: t("Resources") },
    { to: "/content/terms", label: t("Terms") },
    { to: "/content/texts", label: t("Texts") },
    { to: "/content/snippets", label: t("Snippets") },
  ];
  return (
    <Page {...page}>
      <SubNav of={subPages} label={t("Content")} />
      {children}
    </Page>
  );
}

export type ProgramLine = Row<"/v1/programs">;
export const nameOf = (program: ProgramLine): string =>
  String(((program.draft ?? program.definition) as { name?: unknown } | null)?.name ?? program.key);

/** Every program, newest first. */
export function usePrograms() {
  const all = useInfiniteQuery(pages("/v1/programs", { query: { limit: 200 } }));
  return { ...all, rows: all.data?.pages.flatMap((page) => page.data) };
}

type ForProgramProps = { asked: string | undefined; children: (program: ProgramLine, pick: ReactNode) => ReactNode };

/** Draws what is about one program: the one that the address names, else the newest that has not ended. */
export function ForProgram({ asked, children }: ForProgramProps) {
  const navigate = useNavigate();
  const { rows, error, refetch } = usePrograms();
  if (rows === undefined) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Lines n={6} />;
  const program = rows.find((each) => each.key === asked) ?? rows.find((each) => each.status !== "ended") ?? rows[0];
  if (program === undefined)
    return (
      <EmptyState
        title={t("There is no program yet")}
        text={t("Pages, share texts and terms belong to a program. Make one under Programs, then come back.")}
      />
    );
  const pick = (
    <NativeSelect
      label={t("Program")}
      value={program.key}
      maw={320}
      data={rows.map((each) => ({ value: each.key, label: nameOf(each) }))}
      onChange={(event) => {
        const next = event.currentTarget.value;
        void navigate({ to: ".", search: (old: object) => ({ ...old, program: next }) } as never);
      }}
    />
  );
  return <Stack gap="md">{children(program, pick)}</Stack>;
}
