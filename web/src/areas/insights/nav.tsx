/** What the area of insights holds, and the frame of its pages: a list at the side with kept views, and the head of what is printed. */
import "./insights.css";
import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { ChevronDown, Printer } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useMe } from "../../app/me.ts";
import { read } from "../../api/query.ts";
import { Page } from "../../kit/page.tsx";
import { TableTools } from "../../kit/wide.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { tableFile } from "../../kit/table-file.tsx";
import { type KeptView, addressOf } from "./views.ts";

type Props = { title: string; text?: ReactNode; acts?: ReactNode; under?: { label: string; to: string }; children: ReactNode };
type Entry = { to: string; label: string };

/** Pages by what they answer. A new page is one line here. */
function groupsOf(): { label: string; pages: Entry[] }[] {
  return [
    {
      label: t("What happened"),
      pages: [
        { to: "/insights", label: t("Funnel") },
        { to: "/insights/money", label: t("Money") },
        { to: "/insights/incentives", label: t("Incentives") },
        { to: "/insights/sources", label: t("Sources") },
        { to: "/insights/compare", label: t("Compare") },
        { to: "/insights/campaigns", label: t("What campaigns gave") },
        { to: "/rewards/owed", label: t("Owed and late") },
      ],
    },
    {
      label: t("Who stays and spreads"),
      pages: [
        { to: "/insights/cohorts", label: t("Cohorts") },
        { to: "/insights/value", label: t("Lifetime value") },
        { to: "/insights/growth", label: t("Growth") },
        { to: "/insights/tree", label: t("Referral tree") },
      ],
    },
    {
      label: t("Who recommends"),
      pages: [
        { to: "/insights/advocates", label: t("Advocates") },
        { to: "/insights/likely", label: t("Likely advocates") },
        { to: "/insights/good-friends", label: t("Good friends") },
        { to: "/insights/advocating", label: t("Effect on advocates") },
        { to: "/insights/participation", label: t("Participation") },
      ],
    },
    {
      label: t("Tried and expected"),
      pages: [
        { to: "/insights/experiments", label: t("Experiments") },
        { to: "/insights/forecast", label: t("Forecast") },
        { to: "/insights/tracking", label: t("Tracking") },
      ],
    },
  ];
}

/** A page of this area: the links to its others, then itself. */
export function InsightsPage({ children, acts, ...rest }: Props) {
  useLightOnPaper();
  return (
    <Page
      {...rest}
      acts={
        <>
          {acts}
          <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            {t("Print or save as PDF")}
          </Button>
        </>
      }
    >
      <Printed />
      <div className="gv-insights">
        <Nav />
        <div className="gv-insights-page">
          <TableTools value={tableFile}>{children}</TableTools>
        </div>
      </div>
    </Page>
  );
}

/** Paper is white, whatever the screen is. Seen by print and by "save as PDF", before the page is laid out for it. */
function useLightOnPaper(): void {
  useEffect(() => {
    const html = document.documentElement;
    const paper = window.matchMedia("print");
    let before: string | null = null;
    const turn = (isPaper: boolean): void => {
      if (isPaper && before === null) {
        before = html.getAttribute(SCHEME);
        html.setAttribute(SCHEME, "light");
      } else if (!isPaper && before !== null) {
        html.setAttribute(SCHEME, before);
        before = null;
      }
    };
    const [on, off, changed] = [() => turn(true), () => turn(false), () => turn(paper.matches)];
    window.addEventListener("beforeprint", on);
    window.addEventListener("afterprint", off);
    paper.addEventListener("change", changed);
    return () => {
      off();
      window.removeEventListener("beforeprint", on);
      window.removeEventListener("afterprint", off);
      paper.removeEventListener("change", changed);
    };
  }, []);
}
const SCHEME = "data-mantine-color-scheme";

/** On paper only: whose report this is, and when it was printed. The period and its zone stand below, on the screen as well. */
function Printed() {
  const { workspace } = useMe();
  return (
    <Text size="sm" className="gv-print-only">
      {t("{workspace} · printed {at}", { workspace: workspace.name, at: instant(Date.now()) })}
    </Text>
  );
}

function Nav() {
  const { pathname, search } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    setOpen(false);
    // The list is longer than a low window: where one is must be seen in it, and the page stays where it is.
    const here = list.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (here && list.current) list.current.scrollTop = here.offsetTop - list.current.clientHeight / 2;
  }, [pathname]);
  const groups = groupsOf();
  const all = [...groups.flatMap((each) => each.pages), { to: "/insights/kept", label: t("All kept views") }];
  const isIn = ({ to }: Entry): boolean => pathname === to || pathname.startsWith(`${to}/`);
  const open = all.filter(isIn).toSorted((a, b) => b.to.length - a.to.length)[0];
  const link = ({ to, label }: Entry) => (
    <li key={to}>
      <Link to={to as "/"} activeOptions={{ exact: true, includeSearch: false }} aria-current={open?.to === to ? "page" : undefined}>
        {label}
      </Link>
    </li>
  );
  const views = useQuery(read("/v1/report-views", { query: { limit: SHOWN } })).data?.data ?? [];
  // What somebody asks again and again stands first.
  const hasViews = views.length > 0;
  const kept = (
    <section>
      <h2>{t("Kept views")}</h2>
      <ul>
        <Views of={views} search={search as Record<string, unknown>} pathname={pathname} />
        {link({ to: "/insights/kept", label: t("All kept views") })}
      </ul>
    </section>
  );
  return (
    <nav ref={list} aria-label={t("Insights")} className="gv-insights-nav">
      <Button
        className="gv-insights-open"
        variant="default"
        fullWidth
        justify="space-between"
        rightSection={<ChevronDown size={16} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t("Insights: {page}", { page: open?.label ?? t("Kept views") })}
      </Button>
      <div className="gv-insights-list" hidden={!isOpen}>
        {hasViews && kept}
        {groups.map((group) => (
          <section key={group.label}>
            <h2>{group.label}</h2>
            <ul>{group.pages.map(link)}</ul>
          </section>
        ))}
        {!hasViews && kept}
      </div>
    </nav>
  );
}

/** The newest few; the page of them has all. */
const SHOWN = 5;

function Views({ of, search, pathname }: { of: readonly KeptView[]; search: Record<string, unknown>; pathname: string }) {
  return (
    <>
      {of.map((view) => {
        const address = addressOf(view);
        const same = JSON.stringify(Object.entries(address.search).toSorted());
        const isHere = pathname === address.to && same === JSON.stringify(Object.entries(search).toSorted());
        const go = { to: address.to, search: address.search } as object;
        return (
          <li key={view.id}>
            <Link
              {...(go as { to: "/" })}
              aria-current={isHere ? "true" : undefined}
              className="gv-insights-view"
              title={view.name}
              dir="auto"
            >
              {view.name}
            </Link>
          </li>
        );
      })}
    </>
  );
}
