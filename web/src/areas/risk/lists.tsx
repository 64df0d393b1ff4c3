/** Whom you trust and whom you do not: people, mail domains, devices, cards, addresses, networks. */
import { Button, Modal, SegmentedControl, Select, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { instantOfDay } from "../rewards/filters.tsx";
import { RiskNav } from "./words.tsx";

type Entry = Row<"/v1/lists">;
type Kind = Entry["kind"];
const route = getRouteApi("/risk/lists");

const KINDS: Record<Kind, () => string> = {
  person: () => t("Person"),
  email_domain: () => t("E-mail domain"),
  device: () => t("Device"),
  payment: () => t("Card or account"),
  address: () => t("Address"),
  ip_range: () => t("Network range"),
};

export function Lists() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const { list, add } = search;
  const go = (change: { list?: "allow" | "block"; add?: "allow" | "block" }): void =>
    void navigate({ to: "/risk/lists", search: { ...search, ...change } });
  const entries = useInfiniteQuery(pages("/v1/lists", { query: { limit: 50, ...(list === undefined ? {} : { list }) } }));
  const begin = may("lists:write") ? <Button onClick={() => go({ add: list ?? "block" })}>{t("Add to a list")}</Button> : undefined;
  return (
    <Page
      title={t("Trusted and blocked")}
      text={t("A block refuses what comes later; trust lets it through whatever its score. Neither changes what was decided.")}
      acts={begin}
    >
      <RiskNav />
      <SegmentedControl
        style={{ alignSelf: "flex-start" }}
        aria-label={t("List")}
        value={list ?? "all"}
        onChange={(next) => go({ list: next === "all" ? undefined : (next as "allow") })}
        data={[
          { value: "all", label: t("Both") },
          { value: "block", label: t("Blocked") },
          { value: "allow", label: t("Trusted") },
        ]}
      />
      <List<Entry>
        of={entries}
        label={t("List entries")}
        keyOf={(row) => row.id}
        columns={[
          {
            key: "list",
            label: t("List"),
            cell: (row) =>
              row.list === "block" ? <Status tone="rust" word={t("Blocked")} /> : <Status tone="leaf" word={t("Trusted")} />,
          },
          { key: "kind", label: t("What"), wide: true, cell: (row) => KINDS[row.kind]() },
          {
            key: "value",
            label: t("Which"),
            cell: (row) =>
              row.kind === "person" ? <Who id={row.value} /> : <Copyable value={row.value} shown={row.value.slice(0, 28)} />,
          },
          { key: "note", label: t("Note"), wide: true, cell: (row) => row.note ?? "" },
          {
            key: "until",
            label: t("Until"),
            wide: true,
            cell: (row) => (row.expires_at === null ? t("no end") : <When at={row.expires_at} exact />),
          },
          { key: "acts", label: t("Remove"), cell: (row) => <Remove of={row} /> },
        ]}
        empty={
          <EmptyState
            title={t("Nobody is on it")}
            text={t("Add an address that you trust, such as your office's network, or a domain that only cheats use.")}
            act={begin}
          />
        }
      />
      <Modal opened={add !== undefined} onClose={() => go({ add: undefined })} title={t("Add to a list")}>
        {add !== undefined && <AddForm list={add} change={(next) => go({ add: next })} done={() => go({ add: undefined })} />}
      </Modal>
    </Page>
  );
}

function Remove({ of }: { of: Entry }) {
  const may = useMay();
  const act = useAct({
    run: () => unwrap(api.POST("/v1/lists/{entry}/remove", { params: { path: { entry: of.id } } })),
    changes: ["/v1/lists"],
    done: () => t("Taken off the list."),
    undo: () =>
      unwrap(
        api.POST("/v1/lists", {
          body: {
            list: of.list,
            kind: of.kind,
            value: of.value,
            ...(of.note === null ? {} : { note: of.note }),
            ...(of.expires_at === null ? {} : { expires_at: of.expires_at }),
          },
        }),
      ),
  });
  if (!may("lists:write")) return null;
  return (
    <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate()}>
      {t("Remove")}
    </Button>
  );
}

const HELP: Record<Kind, () => string> = {
  person: () => t("Everything that he or she recommends, or is recommended for."),
  email_domain: () => t("Such as mailinator.com."),
  device: () => t("The device's own id, or hash:… from a review."),
  payment: () => t("The card's or account's fingerprint, or hash:… from a review."),
  address: () => t("As your shop writes it, or hash:… from a review."),
  ip_range: () => t("Such as 203.0.113.0/24. It is a sign only, and refuses nobody by itself."),
};

type Values = { kind: Kind; value: string; note: string; until: string };

function AddForm({ list, change, done }: { list: "allow" | "block"; change: (list: "allow" | "block") => void; done: () => void }) {
  const form = useKeptForm<Values>("list-entry", { kind: "email_domain", value: "", note: "", until: "" });
  const { values } = form;
  const until = instantOfDay(values.until || undefined);
  const act = useAct({
    run: () =>
      unwrap(
        api.POST("/v1/lists", {
          body: {
            list,
            kind: values.kind,
            value: values.value.trim(),
            ...(values.note.trim() === "" ? {} : { note: values.note.trim() }),
            ...(until === undefined ? {} : { expires_at: until }),
          },
        }),
      ),
    changes: ["/v1/lists"],
    done: () => t("Added."),
    undo: ({ id }) => unwrap(api.POST("/v1/lists/{entry}/remove", { params: { path: { entry: id } } })),
    after: () => (form.forget(), done()),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate(undefined, { onError: (error) => takeErrors(form, error) }))}>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t("List")}
          value={list}
          onChange={(next) => change(next as "allow")}
          data={[
            { value: "block", label: t("Block") },
            { value: "allow", label: t("Trust") },
          ]}
        />
        <Select
          label={t("What")}
          allowDeselect={false}
          data={Object.entries(KINDS).map(([kind, label]) => ({ value: kind, label: label() }))}
          value={values.kind}
          onChange={(next) => next !== null && (form.setFieldValue("kind", next as Kind), form.setFieldValue("value", ""))}
        />
        {values.kind === "person" ? (
          <PickPerson
            label={t("Who")}
            required
            description={HELP.person()}
            value={values.value || null}
            onChange={(next) => form.setFieldValue("value", next ?? "")}
            error={form.errors["value"]}
          />
        ) : (
          <TextInput label={t("Which")} required description={HELP[values.kind]()} maxLength={1000} {...form.getInputProps("value")} />
        )}
        <Textarea label={t("Note")} description={t("For your colleagues.")} maxLength={500} {...form.getInputProps("note")} />
        <TextInput type="date" label={t("Until")} description={t("Empty: without end.")} {...form.getInputProps("until")} />
        <Text size="sm" c="dimmed">
          {list === "block"
            ? t("Later referrals with it are refused at once.")
            : t("Later referrals with it go through whatever their score.")}
        </Text>
        <SaveBar error={act.error} pending={act.isPending} dirty={values.value.trim() !== ""} label={t("Add")} />
      </Stack>
    </form>
  );
}
