/** What came of it: asked, sent, held back and why, followed, joined, shared, referred. And who. */
import { Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Answer, type Row, pages, read } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Figures } from "../developers/figures.tsx";
import { Choice, Filters } from "../developers/filters.tsx";
import { heldWord } from "./words.ts";

type Reported = Answer<"/v1/announcements/{announcement}/report">;
type Meant = Row<"/v1/announcements/{announcement}/people">;

export function Report({ announcement, isAsk }: { announcement: string; isAsk: boolean }) {
  const report = useQuery({ ...read("/v1/announcements/{announcement}/report", { path: { announcement } }), refetchInterval: 5_000 });
  return (
    <Section title={t("What came of it")}>
      <Shown of={report}>
        {(data) => (
          <Stack>
            <FiguresOf of={data} isAsk={isAsk} />
            <HeldOf of={data} />
          </Stack>
        )}
      </Shown>
    </Section>
  );
}

function FiguresOf({ of, isAsk }: { of: Reported; isAsk: boolean }) {
  const share = (n: number): string | undefined =>
    of.looked_at === 0 ? undefined : t("{share} of those asked", { share: percent(n / of.looked_at) });
  const part = of.looked_at < of.asked ? t("Of the first {n} who were asked.", { n: number(of.looked_at) }) : null;
  return (
    <>
      <Figures>
        <Figure
          label={t("Asked")}
          value={number(of.asked)}
          hint={
            of.audience === null || isAsk
              ? undefined
              : of.audience.exact
                ? t("of {n} meant", { n: number(of.audience.count) })
                : t("of {n} or more meant", { n: number(of.audience.count) })
          }
        />
        <Figure
          label={t("Mails sent")}
          value={number(of.mailed)}
          hint={
            of.mails_due > 0
              ? t("{n} on their way", { n: number(of.mails_due) })
              : of.mails_held > 0
                ? t("{n} not sent after all", { n: number(of.mails_held) })
                : undefined
          }
        />
        <Figure label={t("Followed the button")} value={number(of.clicked)} hint={share(of.clicked)} />
        <Figure label={t("Joined after it")} value={number(of.joined)} hint={share(of.joined)} />
        <Figure label={t("Shared after it")} value={number(of.shared)} hint={share(of.shared)} />
        <Figure label={t("Brought somebody after it")} value={number(of.referred)} hint={share(of.referred)} />
      </Figures>
      {part !== null && (
        <Text size="xs" c="dimmed">
          {part}
        </Text>
      )}
    </>
  );
}

function HeldOf({ of }: { of: Reported }) {
  const held = Object.entries(of.held).filter(([, n]) => (n ?? 0) > 0);
  if (held.length === 0) return null;
  return (
    <Table maw={520} aria-label={t("Held back, and why")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("Held back, because she")}</Table.Th>
          <Table.Th ta="end">{t("People")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {held.map(([reason, n]) => (
          <Table.Tr key={reason}>
            <Table.Td>{heldWord(reason)}</Table.Td>
            <Table.Td ta="end">{number(n ?? 0)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const route = getRouteApi("/campaigns/announcements/$announcement");

/** Who was asked, who waits, who was not and why. */
export function MeantPeople({ announcement }: { announcement: string }) {
  const { show } = route.useSearch();
  const navigate = useNavigate({ from: "/campaigns/announcements/$announcement" });
  const query = { limit: 50, status: show as "asked" };
  const people = useInfiniteQuery({
    ...pages("/v1/announcements/{announcement}/people", { path: { announcement }, query }),
    refetchInterval: 10_000,
  });
  return (
    <Section title={t("Who")}>
      <Filters clear={show === undefined ? undefined : () => void navigate({ search: (old) => ({ ...old, show: undefined }) })}>
        <Choice
          label={t("What became of it")}
          value={show}
          of={[
            { value: "asked", label: t("Asked") },
            { value: "waiting", label: t("Waiting") },
            { value: "held", label: t("Held back") },
          ]}
          set={(chosen) => void navigate({ search: (old) => ({ ...old, show: chosen }), replace: true })}
        />
      </Filters>
      <List<Meant>
        of={people}
        label={t("Who")}
        keyOf={(row) => `${row.person} ${row.status} ${row.asked_at}`}
        columns={[
          { key: "person", label: t("Person"), cell: (row) => <Who id={row.person} /> },
          { key: "status", label: t("What became of it"), cell: (row) => <MeantStatus of={row} /> },
          { key: "asked", label: t("Asked"), cell: (row) => <When at={row.asked_at} />, wide: true },
          { key: "clicked", label: t("Followed"), cell: (row) => <When at={row.clicked_at} />, wide: true },
        ]}
        empty={<EmptyState title={t("Nobody yet")} text={t("Who is meant stands here as soon as it begins.")} />}
      />
    </Section>
  );
}

function MeantStatus({ of }: { of: Meant }) {
  if (of.status === "asked")
    return (
      <Status
        tone="leaf"
        word={of.reason === null ? t("Asked") : t("Asked, not by mail")}
        why={of.reason === null ? t("A mail to her was made.") : heldWord(of.reason)}
      />
    );
  if (of.status === "waiting") return <Status tone="amber" word={t("Waiting")} why={t("For her turn, or the end of her quiet hours.")} />;
  return (
    <>
      <Status tone="gray" word={t("Held back")} />
      <Text size="xs" c="dimmed">
        {heldWord(of.reason ?? "")}
      </Text>
    </>
  );
}
