/** What people say of the business: looked at before it is shown, and only with the author's consent. */
import { Group, Rating, SegmentedControl, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Button, Card, NativeSelect } from "@mantine/core";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { EmptyState, ErrorState, Lines } from "../../kit/states.tsx";
import { Status, type Tone, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { ContentPage, nameOf, usePrograms } from "./frame.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/testimonials");
type Testimonial = Row<"/v1/testimonials">;
const STATES = ["pending", "approved", "refused"] as const;

export function Testimonials() {
  const search = route.useSearch();
  const set = useSetSearch();
  const { rows: programs } = usePrograms();
  const status = STATES.find((each) => each === search.status) ?? (search.status === "all" ? undefined : "pending");
  const query = {
    limit: 50,
    ...(status === undefined ? {} : { status }),
    ...(search.program === undefined ? {} : { program: search.program }),
  };
  const all = useInfiniteQuery(pages("/v1/testimonials", { query }));
  const rows = all.data?.pages.flatMap((page) => page.data);
  return (
    <ContentPage
      title={t("Testimonials")}
      text={t(
        "What people wrote, and how they rated. What you approve is shown on landing pages as proof, under the name that they chose.",
      )}
    >
      <Group className="gv-filters" gap="sm" align="flex-end">
        <SegmentedControl
          aria-label={t("State")}
          value={status ?? "all"}
          data={[
            { value: "pending", label: t("Waiting") },
            { value: "approved", label: t("Shown") },
            { value: "refused", label: t("Refused") },
            { value: "all", label: t("All") },
          ]}
          onChange={(value) => set({ status: value === "pending" ? undefined : value })}
        />
        {(programs?.length ?? 0) > 1 && (
          <NativeSelect
            label={t("Program")}
            value={search.program ?? ""}
            data={[
              { value: "", label: t("Every program") },
              ...(programs ?? []).map((each) => ({ value: each.key, label: nameOf(each) })),
            ]}
            onChange={(event) => set({ program: event.currentTarget.value || undefined })}
          />
        )}
      </Group>
      {rows === undefined &&
        (all.error ? <ErrorState error={all.error} retry={() => void all.refetch()} /> : <Lines n={4} height={80} />)}
      {rows?.length === 0 && <Nothing status={status} />}
      {rows !== undefined && rows.length > 0 && (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }} aria-label={t("Testimonials")}>
          {rows.map((each) => (
            <One key={each.id} of={each} />
          ))}
          {all.hasNextPage && (
            <Button
              variant="default"
              loading={all.isFetchingNextPage}
              onClick={() => void all.fetchNextPage()}
              style={{ alignSelf: "center" }}
            >
              {t("More")}
            </Button>
          )}
        </Stack>
      )}
    </ContentPage>
  );
}

function Nothing({ status }: { status: string | undefined }) {
  if (status === "pending")
    return (
      <EmptyState
        title={t("Nothing waits")}
        text={t("Testimonials come from the portal, from a survey, or by the API, and wait here for a look.")}
      />
    );
  return <EmptyState title={t("Nothing found")} text={t("There are no testimonials in this state.")} />;
}

function wordOf({ status, reason }: Testimonial): { tone: Tone; word: string; why: string } {
  if (status === "approved") return { tone: "leaf", word: t("shown"), why: t("On landing pages with a proof block.") };
  if (status === "refused") return { tone: "rust", word: t("refused"), why: reason ?? t("Nothing was given for it.") };
  return { tone: "amber", word: t("waiting"), why: t("Nobody sees it before you approve it.") };
}

function One({ of }: { of: Testimonial }) {
  const scale = (of.rating ?? 0) > 5 ? 10 : 5;
  return (
    <Card component="li">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Group gap="sm">
          <Text fw={600} dir="auto">
            {of.shown_as ?? t("Without a name")}
          </Text>
          {of.rating !== null && (
            <Rating
              role="img"
              value={(of.rating / scale) * 5}
              fractions={2}
              readOnly
              aria-label={t("{n} of {most}", { n: of.rating, most: scale })}
            />
          )}
          <Status {...wordOf(of)} />
          {!of.consent && (
            <Status tone="rust" word={t("no consent")} why={t("The author has not agreed that it is shown. Ask for consent first.")} />
          )}
        </Group>
        <Text size="xs" c="dimmed">
          <When at={of.at} />
        </Text>
      </Group>
      <Text my="xs" dir="auto" className="gv-text" style={{ whiteSpace: "pre-wrap" }}>
        {of.text}
      </Text>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" component="div">
          <Who id={of.person} /> · {of.program}
        </Text>
        <Acts of={of} />
      </Group>
    </Card>
  );
}

const CHANGES = ["/v1/testimonials", "/v1/home"];

function Acts({ of }: { of: Testimonial }) {
  const may = useMay();
  const path = { params: { path: { testimonial: of.id } } };
  const approve = useAct<{ reason: string }>({
    run: () => unwrap(api.POST("/v1/testimonials/{testimonial}/approve", path)),
    changes: CHANGES,
    done: () => t("Approved. It is on the landing pages now."),
  });
  const refuse = useAct<{ reason: string }>({
    run: ({ reason }) => unwrap(api.POST("/v1/testimonials/{testimonial}/refuse", { ...path, body: { reason } })),
    changes: CHANGES,
    done: () => t("Refused. Nothing is given for it."),
  });
  if (of.status !== "pending" || !may("testimonials:write")) return null;
  return (
    <Group gap="xs">
      <AskAct
        label={t("Refuse")}
        act={refuse}
        reason
        consequence={t("It is not shown, and nothing is given for it. This cannot be taken back; the author may write another.")}
      />
      {of.consent && (
        <AskAct
          label={t("Approve")}
          act={approve}
          button={{ variant: "filled" }}
          consequence={t(
            "It is shown on landing pages under “{name}”, and the author gets what the rules give for it. There is no way back here.",
            { name: of.shown_as ?? t("Without a name") },
          )}
        />
      )}
    </Group>
  );
}
