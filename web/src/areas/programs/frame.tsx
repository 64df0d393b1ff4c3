/** One program's frame: its name and state, its pages, and what may be done with it. */
import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { Status } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { type Program, documentOf, programRead } from "./draft/draft.tsx";
import { same } from "./draft/path.ts";
import { statusWords } from "./words.ts";

/** True where the draft says something else than what is live. */
export const isChanged = (program: Program): boolean => program.draft !== null && !same(program.draft, program.definition);

export function ProgramFrame({ program: key, children }: { program: string; children: (program: Program) => ReactNode }) {
  const found = useQuery(programRead(key));
  return <Shown of={found}>{(program) => <Framed program={program}>{children(program)}</Framed>}</Shown>;
}

function Framed({ program, children }: { program: Program; children: ReactNode }) {
  const may = useMay();
  const { key, status } = program;
  const { pathname } = useLocation();
  const { tone, word, why } = statusWords(status);
  const base = `/programs/${key}`;
  const publish = { component: Link, to: "/programs/$program/publish", params: { program: key } } as object;
  const name = String(documentOf(program)["name"] ?? key);
  return (
    <Page
      title={name}
      under={{ label: t("Programs"), to: "/programs" }}
      text={
        <Group gap="xs">
          <Status tone={tone} word={word} why={why} />
          {isChanged(program) && status !== "draft" && (
            <Status tone="amber" word={t("Changes not published")} why={t("The draft differs from what is live.")} />
          )}
        </Group>
      }
      acts={
        may("programs:publish") && status !== "ended" && isChanged(program) && pathname !== `${base}/publish` ? (
          <Button {...publish}>{t("Review and publish")}</Button>
        ) : undefined
      }
    >
      <SubNav
        label={t("This program")}
        of={[
          { to: base, label: t("Overview") },
          { to: `${base}/edit`, label: t("Edit") },
          { to: `${base}/publish`, label: t("Publish") },
          { to: `${base}/versions`, label: t("Versions") },
        ]}
      />
      {children}
    </Page>
  );
}
