/** Who came by whom, as a tree whose branches open: each is asked for when it is, fifty friends at a time, however large the tree is. */
import { Anchor, Button, Group, Loader, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { pages, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { Who, useName } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { referralWord } from "../referrals/words.ts";
import { type GoPeriod, daysOf } from "./asked.tsx";

type Props = { program: string; top: string | undefined; go: GoPeriod };

/** The most friends of a year: where a tree is worth opening first. */
const YEAR = 365;

export function Tree({ program, top, go }: Props) {
  return (
    <Section
      title={t("Who came by whom")}
      text={
        top === undefined
          ? t("The ten whose friends bought most in a year. Open a branch to see who came by them, and by those.")
          : t("Open a branch to see who came by them, and by those.")
      }
      acts={
        top !== undefined && (
          <Button variant="default" size="sm" onClick={() => go({ top: undefined })}>
            {t("Show the ten again")}
          </Button>
        )
      }
    >
      {top === undefined ? <Tops program={program} go={go} /> : <Branch person={top} program={program} level={1} go={go} isOpen />}
    </Section>
  );
}

function Tops({ program, go }: Omit<Props, "top">) {
  const report = useQuery(read("/v1/reports/advocates", { query: { program, ...daysOf(YEAR), limit: 10 } }));
  return (
    <Shown of={report}>
      {(data) =>
        data.data.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("Nobody has brought a friend to this program in a year.")}
          </Text>
        ) : (
          <ul className="gv-tree" aria-label={t("Who came by whom")}>
            {data.data.map((row) => (
              <li key={row.person}>
                <Branch person={row.person} program={program} level={1} friends={row.friends} go={go} />
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}

type BranchProps = { person: string; program: string; level: number; go: GoPeriod; friends?: number; status?: string; isOpen?: boolean };

function Branch({ person, program, level, go, friends, status, isOpen = false }: BranchProps) {
  const [open, setOpen] = useState(isOpen);
  const known = useName(person);
  const Icon = open ? ChevronDown : ChevronRight;
  const said = status === undefined || status === "open" ? null : referralWord(status);
  return (
    <Stack gap={0}>
      <Group gap="xs" wrap="wrap">
        <button
          type="button"
          className="gv-branch"
          aria-expanded={open}
          aria-label={open ? t("Close {name}", { name: known?.name ?? "" }) : t("Open {name}", { name: known?.name ?? "" })}
          onClick={() => setOpen(!open)}
        >
          <Icon size={16} aria-hidden className={open ? undefined : "gv-points"} />
        </button>
        <Text span size="sm" style={{ minWidth: 0 }}>
          <Who id={person} />
        </Text>
        {friends !== undefined && (
          <Text span size="xs" c="dimmed">
            {t("{n, plural, one {# friend} other {# friends}} in a year", { n: friends })}
          </Text>
        )}
        {said !== null && <Status {...said} />}
        {level > 1 && open && (
          <Anchor component="button" type="button" size="xs" onClick={() => go({ top: person })}>
            {t("From here")}
          </Anchor>
        )}
      </Group>
      {open && <Friends person={person} program={program} level={level} go={go} />}
    </Stack>
  );
}

function Friends({ person, program, level, go }: Omit<BranchProps, "friends" | "status" | "isOpen">) {
  const friends = useInfiniteQuery(pages("/v1/referrals", { query: { advocate: person, program, limit: 50 } }));
  if (friends.error) return <ErrorState error={friends.error} retry={() => void friends.refetch()} />;
  if (friends.data === undefined) return <Loader size="xs" aria-label={t("Loading")} aria-busy ms={40} my={8} />;
  const all = friends.data.pages.flatMap((page) => page.data);
  if (all.length === 0)
    return (
      <Text size="xs" c="dimmed" ms={44} mb={4}>
        {t("Nobody came by them yet.")}
      </Text>
    );
  return (
    <>
      <ul className="gv-tree" aria-label={t("Came by them: {n}", { n: `${number(all.length)}${friends.hasNextPage ? "+" : ""}` })}>
        {all.map((row) => (
          <li key={row.id}>
            <Branch person={row.friend} program={program} level={level + 1} status={row.status} go={go} />
          </li>
        ))}
      </ul>
      {friends.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          ms={40}
          loading={friends.isFetchingNextPage}
          onClick={() => void friends.fetchNextPage()}
          w="fit-content"
        >
          {t("More")}
        </Button>
      )}
    </>
  );
}
