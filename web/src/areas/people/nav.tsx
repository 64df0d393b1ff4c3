/** What the area of people holds, and the frame of its pages. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

type Props = { title: string; text?: ReactNode; acts?: ReactNode; under?: { label: string; to: string }; children: ReactNode };

/** A page of this area: the links to its others, then itself. */
export function PeoplePage({ children, ...rest }: Props) {
  const may = useMay();
  const pages = [
    { to: "/people", label: t("People"), permission: "people:read" },
    { to: "/people/companies", label: t("Companies"), permission: "companies:read" },
    { to: "/people/segments", label: t("Segments"), permission: "people:read" },
    { to: "/people/sources", label: t("Sources"), permission: "people:read" },
    { to: "/people/import", label: t("Import"), permission: "imports:write" },
  ];
  return (
    <Page {...rest}>
      <SubNav of={pages.filter((page) => may(page.permission))} label={t("People")} />
      {children}
    </Page>
  );
}

type OneProps<T> = { of: UseQueryResult<T>; title: string; under: { label: string; to: string }; children: (data: T) => ReactNode };

/** One thing's page: while it is read, or when it is not there, it has its frame and the way back all the same. */
export function OnePage<T>({ of, title, under, children }: OneProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  return (
    <PeoplePage title={title} under={under}>
      <Shown of={of}>{() => null}</Shown>
    </PeoplePage>
  );
}
