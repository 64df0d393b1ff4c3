/** "Where is my reward?": one field for whatever she gives, then what happened, why, and what can be done. */
import { Button, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Coins, Hash, Search, ShoppingBag, User } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { DeskPerson } from "./desk-person.tsx";
import { DeskNobody } from "./desk-nobody.tsx";
import { ReferralsNav } from "./nav.tsx";
import type { DeskSearch } from "./search.ts";

const route = getRouteApi("/referrals/desk");
const KEPT = "gv-desk";

type Hit = { kind: string; id: string; title: string; text: string | null; person: string | null };

function useFound(asked: string) {
  return useQuery({
    queryKey: ["/v1/search", asked],
    queryFn: () => unwrap(api.POST("/v1/search", { body: { q: asked } })),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
}

/** Whom a hit leads to; null for what is about nobody. */
const personOf = (hit: Hit): string | null => (hit.kind === "person" ? hit.id : hit.person);

export function Desk() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(() => sessionStorage.getItem(KEPT) ?? "");
  const [asked] = useDebouncedValue(text.trim(), 250);
  const found = useFound(asked);
  useEffect(() => sessionStorage.setItem(KEPT, text), [text]);
  const go = (to: DeskSearch): void => void navigate({ search: to });
  const open = (hit: Hit): void => {
    const person = personOf(hit);
    if (hit.kind === "referral") void navigate({ to: "/referrals/$referral", params: { referral: hit.id } });
    else if (person !== null) go({ person, ...(hit.kind === "order" ? { order: hit.id } : {}) });
  };
  const hits = ((found.data?.data ?? []) as Hit[]).filter((each) => personOf(each) !== null || each.kind === "referral");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (hits[0] !== undefined && asked === text.trim()) open(hits[0]);
  };
  const shown = search.person !== undefined;
  return (
    <Page title={t("Where is my reward?")} text={t("Type what she gave you: an e-mail address, an order number, a code, or a name.")}>
      <ReferralsNav />
      <form onSubmit={submit} role="search">
        <TextInput
          aria-label={t("E-mail, order number, code or name")}
          placeholder={t("E-mail, order number, code or name")}
          leftSection={<Search size={18} aria-hidden />}
          size="md"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (shown) go({});
          }}
          autoFocus
        />
      </form>
      {found.error !== null && !shown && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {shown ? (
        <Shown person={search.person!} order={search.order} back={() => go({})} />
      ) : (
        <Hits
          asked={asked}
          hits={hits}
          open={open}
          waiting={found.isFetching && found.data === undefined}
          none={found.data !== undefined}
        />
      )}
    </Page>
  );
}

function Shown({ person, order, back }: { person: string; order: string | undefined; back: () => void }) {
  return (
    <Stack gap="md">
      <Group>
        <Button variant="subtle" size="xs" onClick={back}>
          {t("Back to what was found")}
        </Button>
      </Group>
      <DeskPerson person={person} order={order} />
    </Stack>
  );
}

const ICONS = { person: User, order: ShoppingBag, reward: Coins } as const;

function kindWord(kind: string): string {
  switch (kind) {
    case "person":
      return t("Person");
    case "order":
      return t("Order");
    case "code":
      return t("Code");
    case "coupon":
      return t("Coupon");
    case "referral":
      return t("Referral");
    case "reward":
      return t("Reward");
    default:
      return t("Other");
  }
}

type HitsProps = { asked: string; hits: Hit[]; open: (hit: Hit) => void; waiting: boolean; none: boolean };

function Hits({ asked, hits, open, waiting, none }: HitsProps) {
  if (asked.length < 2)
    return (
      <EmptyState
        title={t("Somebody asks about a reward?")}
        text={t(
          "You see what happened as a timeline, why it was decided so, and words that you can send her. Then you can put it right here.",
        )}
      />
    );
  if (waiting) return <Lines n={4} height={40} />;
  if (hits.length === 0) return none ? <DeskNobody asked={asked} /> : <Lines n={4} height={40} />;
  return (
    <Section title={t("{n, plural, one {One match} other {# matches}}", { n: hits.length })}>
      <Stack gap={0} role="list">
        {hits.map((hit) => {
          const Icon = ICONS[hit.kind as keyof typeof ICONS] ?? Hash;
          return (
            <div role="listitem" key={`${hit.kind}:${hit.id}`}>
              <UnstyledButton onClick={() => open(hit)} py={8} px={6} w="100%" mih={44} className="gv-row">
                <Group gap="sm" wrap="nowrap">
                  <Icon size={18} aria-hidden />
                  <div style={{ minWidth: 0 }}>
                    <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
                      {hit.title}
                    </Text>
                    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                      {hit.text === null ? kindWord(hit.kind) : `${kindWord(hit.kind)} · ${hit.text}`}
                    </Text>
                  </div>
                </Group>
              </UnstyledButton>
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}
