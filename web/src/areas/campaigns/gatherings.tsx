/** Gatherings: seats, who comes, who waits. */
import { Button, Drawer, NumberInput, Progress, Select, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { InstantInput } from "../../kit/instant-input.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { CampaignPage } from "./nav.tsx";

type Gathering = Row<"/v1/gatherings">;

export function Gatherings() {
  const may = useMay();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const gatherings = useInfiniteQuery(pages("/v1/gatherings", { query: { limit: 50 } }));
  const add = may("gatherings:write") ? <Button onClick={() => setMaking(true)}>{t("Plan a gathering")}</Button> : undefined;
  return (
    <CampaignPage
      title={t("Gatherings")}
      text={t("Events and previews for those who recommend you, with seats and a waiting list that moves up by itself.")}
      acts={add}
    >
      <List<Gathering>
        of={gatherings}
        label={t("Gatherings")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/campaigns/gatherings/$gathering", params: { gathering: row.id } })}
        columns={[
          { key: "title", label: t("Title"), cell: (row) => row.title },
          { key: "seats", label: t("Seats"), cell: (row) => <Seats of={row} />, width: 160 },
          { key: "waiting", label: t("Waiting"), cell: (row) => number(row.waiting), end: true, width: 90, wide: true },
          { key: "status", label: t("Status"), cell: (row) => <GatheringStatus of={row} />, width: 120, wide: true },
          { key: "at", label: t("Begins"), cell: (row) => <When at={row.starts_at} exact />, width: 180 },
        ]}
        empty={
          <EmptyState
            title={t("No gathering is planned")}
            text={t("A tasting, a preview, a thank-you evening: with so many seats, for everybody or for a level.")}
            act={add}
          />
        }
      />
      <Drawer opened={making} onClose={() => setMaking(false)} position="right" size="md" title={t("Plan a gathering")}>
        {making && <NewGathering close={() => setMaking(false)} />}
      </Drawer>
    </CampaignPage>
  );
}

export function GatheringStatus({ of }: { of: Gathering }) {
  if (of.status === "cancelled") return <Status tone="rust" word={t("Called off")} why={t("Whoever had a seat was told.")} />;
  if (Date.parse(of.starts_at) < Date.now()) return <Status tone="gray" word={t("Over")} />;
  return of.taken >= of.seats ? (
    <Status tone="amber" word={t("Full")} why={t("Who comes now waits for a seat.")} />
  ) : (
    <Status tone="leaf" word={t("Open")} />
  );
}

function Seats({ of }: { of: Gathering }) {
  return (
    <>
      <Text size="sm">{t("{taken} of {seats}", { taken: number(of.taken), seats: number(of.seats) })}</Text>
      <Progress value={Math.min(100, (of.taken / of.seats) * 100)} size="xs" aria-hidden />
    </>
  );
}

function NewGathering({ close }: { close: () => void }) {
  const form = useKeptForm("gathering", {
    title: "",
    description: "",
    starts_at: null as string | null,
    seats: 20,
    program: "",
    level: "",
  });
  const levels = useQuery(read("/v1/levels"));
  const { program, level, starts_at } = form.values;
  const ladders = levels.data?.data ?? [];
  const act = useAct({
    run: async () => {
      const { title, description, seats } = form.values;
      return await unwrap(
        api.POST("/v1/gatherings", {
          body: {
            title,
            description,
            seats,
            starts_at: starts_at ?? "",
            program: program === "" ? null : program,
            level: level === "" ? null : level,
          },
        }),
      );
    },
    changes: ["/v1/gatherings"],
    done: () => t("It is planned"),
    after: () => (form.forget(), close()),
  });
  return (
    <form onSubmit={form.onSubmit(() => act.mutate(undefined, { onError: (error) => takeErrors(form, error) }))}>
      <Stack>
        <TextInput label={t("Title")} required maxLength={200} data-autofocus {...form.getInputProps("title")} />
        <Textarea label={t("What it is")} maxLength={5000} {...form.getInputProps("description")} />
        <InstantInput
          label={t("Begins")}
          required
          value={starts_at}
          onChange={(at) => form.setFieldValue("starts_at", at)}
          error={form.errors["starts_at"]}
        />
        <NumberInput label={t("Seats")} required min={1} max={1_000_000} {...form.getInputProps("seats")} />
        <Select
          label={t("For whom")}
          description={t("Programs with levels can keep it for a level.")}
          data={[{ value: "", label: t("Everybody") }, ...ladders.map((each) => ({ value: each.program, label: each.program }))]}
          allowDeselect={false}
          {...form.getInputProps("program")}
        />
        {program !== "" && (
          <Select
            label={t("From which level on")}
            required
            data={(ladders.find((each) => each.program === program)?.levels ?? []).map((each) => ({ value: each.key, label: each.name }))}
            {...form.getInputProps("level")}
          />
        )}
        <SaveBar error={act.error} pending={act.isPending} dirty={form.isDirty()} label={t("Plan it")} />
      </Stack>
    </form>
  );
}
