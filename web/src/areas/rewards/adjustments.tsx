/** Changes of balances by hand: what waits for a second operator, what was done, and a new one. */
import { Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { type Column, List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { AdjustForm } from "./adjust-form.tsx";
import { Limits } from "./limits.tsx";
import { RewardsNav, kindLabel } from "./words.tsx";

export type Adjustment = Row<"/v1/adjustments">;
const route = getRouteApi("/rewards/adjustments");
type Search = { state?: "waiting" | "done" | "refused"; what?: "grant" | "spend" | "reverse"; person?: string; reward?: string };

const WHAT: Record<string, () => string> = {
  grant: () => t("Grant"),
  spend: () => t("Take from the balance"),
  reverse: () => t("Take back a reward"),
};

export function Adjustments() {
  const search = route.useSearch();
  const may = useMay();
  const navigate = useNavigate();
  const go = (change: Partial<Search>): void => void navigate({ to: "/rewards/adjustments", search: { ...search, ...change } });
  const { state, what } = search;
  const found = useInfiniteQuery(pages("/v1/adjustments", { query: { limit: 50, ...(state === undefined ? {} : { state }) } }));
  const begin = may("adjustments:write") ? <Button onClick={() => go({ what: "grant" })}>{t("Adjust a balance")}</Button> : undefined;
  return (
    <Page
      title={t("Adjustments")}
      text={t(
        "Changes by hand, each with its reason. Above the workspace's limit a second operator approves, never the one who proposed it.",
      )}
      acts={
        <>
          <Limits />
          {begin}
        </>
      }
    >
      <RewardsNav />
      <SegmentedControl
        style={{ alignSelf: "flex-start" }}
        aria-label={t("State")}
        value={state ?? "all"}
        onChange={(next) => go({ state: next === "all" ? undefined : (next as "waiting") })}
        data={[
          { value: "all", label: t("All") },
          { value: "waiting", label: t("To approve") },
          { value: "done", label: t("Done") },
          { value: "refused", label: t("Refused") },
        ]}
      />
      <List<Adjustment>
        of={found}
        label={t("Adjustments")}
        keyOf={(row) => row.id}
        columns={columns()}
        empty={
          <EmptyState
            title={state === "waiting" ? t("Nothing waits for a second operator") : t("No adjustments like this")}
            text={t("Grant something by hand, take from a balance what was spent elsewhere, or take a reward back.")}
            act={begin}
          />
        }
      />
      <Modal
        opened={what !== undefined}
        onClose={() => go({ what: undefined, person: undefined, reward: undefined })}
        title={t("Adjust a balance")}
        size="lg"
      >
        {what !== undefined && (
          <AdjustForm
            what={what}
            person={search.person ?? null}
            reward={search.reward ?? ""}
            change={(next) => go({ what: next })}
            done={() => go({ what: undefined, person: undefined, reward: undefined })}
          />
        )}
      </Modal>
    </Page>
  );
}

function columns(): Column<Adjustment>[] {
  return [
    { key: "person", label: t("Person"), cell: (row) => <Who id={row.person} /> },
    { key: "what", label: t("What"), wide: true, cell: (row) => WHAT[row.what]?.() },
    {
      key: "value",
      label: t("Amount"),
      end: true,
      cell: (row) => (
        <>
          <Money of={{ ...row.value, amount: row.what === "grant" ? row.value.amount : -row.value.amount }} />
          <Text size="xs" c="dimmed">
            {kindLabel(row.kind)}
          </Text>
        </>
      ),
    },
    { key: "reason", label: t("Reason"), wide: true, cell: (row) => row.reason },
    {
      key: "by",
      label: t("Proposed"),
      wide: true,
      cell: (row) => (
        <Text size="sm" component="div">
          <When at={row.proposed_at} />
        </Text>
      ),
    },
    { key: "state", label: t("State"), cell: (row) => <StateOf of={row} /> },
    { key: "acts", label: t("Decide"), cell: (row) => <Acts of={row} /> },
  ];
}

function StateOf({ of }: { of: Adjustment }) {
  if (of.state === "done")
    return of.reward === null ? (
      <Status tone="leaf" word={t("Done")} />
    ) : (
      <Link to="/rewards/$reward" params={{ reward: of.reward }}>
        <Status tone="leaf" word={t("Done")} />
      </Link>
    );
  if (of.state === "refused") return <Status tone="rust" word={t("Refused")} why={of.note ?? undefined} />;
  return <Status tone="amber" word={t("Waiting")} why={t("A second operator has to approve it.")} />;
}

function Acts({ of }: { of: Adjustment }) {
  const may = useMay();
  const changes = ["/v1/adjustments", "/v1/rewards", "/v1/ledger", "/v1/people", "/v1/reports"];
  const path = { params: { path: { adjustment: of.id } } };
  const approve = useAct<{ reason: string }>({
    run: () => unwrap(api.POST("/v1/adjustments/{adjustment}/approve", path)),
    changes,
    done: () => t("Approved and done."),
  });
  const refuse = useAct({
    run: ({ reason }: { reason: string }) => unwrap(api.POST("/v1/adjustments/{adjustment}/refuse", { ...path, body: { reason } })),
    changes,
    done: () => t("Refused."),
  });
  if (of.state !== "waiting" && of.state !== "approved") return null;
  const amount = money(of.value.amount, of.value.currency);
  return (
    <Group gap="xs" wrap="nowrap">
      {may("adjustments:approve") && (
        <AskAct
          label={t("Approve")}
          consequence={
            <Stack gap={4}>
              <span>
                {of.what === "grant"
                  ? t("{amount} is granted now and available at once.", { amount })
                  : of.what === "spend"
                    ? t("{amount} leaves the balance now.", { amount })
                    : t("{amount} is taken back now.", { amount })}
              </span>
              <span>{t("Reason: {reason}", { reason: of.reason })}</span>
            </Stack>
          }
          act={approve}
          button={{ size: "xs", variant: "filled" }}
        />
      )}
      {may("adjustments:write") && (
        <AskAct label={t("Refuse")} consequence={t("{amount} stays as it is.", { amount })} reason act={refuse} button={{ size: "xs" }} />
      )}
    </Group>
  );
}
