/** What can be done about somebody: let her join a program, join two entries of one person, give out what is kept, forget her. */
import { Button, Checkbox, Group, Menu, Modal, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { forget, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { complain, useAct } from "../../kit/act.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { programName } from "./program-name.ts";
import { type PersonData, titleOf } from "./person-data.ts";
import { saveFile } from "./save-file.ts";

type Props = { of: PersonData };

export function PersonActs({ of }: Props) {
  const may = useMay();
  const [join, joining] = useDisclosure();
  const [merge, merging] = useDisclosure();
  const [erase, erasing] = useDisclosure();
  const download = (): void =>
    void unwrap(api.GET("/v1/people/{person}/export", { params: { path: { person: of.id } } })).then(
      (data) => saveFile(`${of.id}.json`, JSON.stringify(data, null, 2), "application/json"),
      complain,
    );
  return (
    <>
      {may("advocates:write") && <Button onClick={joining.open}>{t("Add to a program")}</Button>}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
            {t("More")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may("people:read") && <Menu.Item onClick={download}>{t("Export everything that is kept")}</Menu.Item>}
          {may("people:write") && <Menu.Item onClick={merging.open}>{t("Join with another entry")}</Menu.Item>}
          {may("people:erase") && (
            <Menu.Item color="rust" onClick={erasing.open}>
              {t("Erase this person")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={join} onClose={joining.close} title={t("Add to a program")}>
        {join && <Join of={of} close={joining.close} />}
      </Modal>
      <Modal opened={merge} onClose={merging.close} title={t("Join two entries of one person")} size="lg">
        {merge && <Merge of={of} close={merging.close} />}
      </Modal>
      <Modal opened={erase} onClose={erasing.close} title={t("Erase this person")}>
        {erase && <Erase of={of} close={erasing.close} />}
      </Modal>
    </>
  );
}

function Join({ of, close }: Props & { close: () => void }) {
  const programs = useQuery(read("/v1/programs", { query: { limit: 100 } }));
  const [program, setProgram] = useState<string | null>(null);
  const act = useAct({
    run: () => unwrap(api.POST("/v1/advocates", { body: { program: program!, person: { id: of.id } } })),
    changes: ["/v1/people", "/v1/advocates", "/v1/links"],
    done: (made) => t("Takes part now. The link is {url}", { url: made.links[0]?.url ?? "" }),
    undo: () =>
      unwrap(api.POST("/v1/programs/{program}/advocates/{person}/leave", { params: { path: { program: program!, person: of.id } } })),
    after: close,
  });
  const live = (programs.data?.data ?? []).filter((each) => each.status === "live");
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        <Text size="sm">
          {t("A link and a code are made, and a mail with them goes out where the program sends one. You can take it back afterwards.")}
        </Text>
        <Select
          label={t("Program")}
          placeholder={live.length === 0 ? t("No program is live") : undefined}
          data={live.map((each) => ({ value: each.key, label: programName(each) }))}
          value={program}
          onChange={setProgram}
          required
        />
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={act.isPending} disabled={program === null}>
            {t("Add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A word that must be typed before something that cannot be undone. */
function TypeWord({ word, value, onChange }: { word: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      label={t("Type {word} to confirm", { word })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      required
    />
  );
}

function Merge({ of, close }: Props & { close: () => void }) {
  const [other, setOther] = useState<string | null>(null);
  const [both, setBoth] = useState(false);
  const [typed, setTyped] = useState("");
  const word = t("JOIN");
  const act = useAct({
    run: () =>
      unwrap(
        api.POST("/v1/people/{person}/merge", {
          params: { path: { person: of.id } },
          body: { from: other!, even_with_two_user_ids: both },
        }),
      ),
    changes: ["/v1/people", "/v1/referrals", "/v1/rewards"],
    done: (made) => t("They are one person now: {name}", { name: titleOf(made) }),
    after: close,
  });
  const found = useQuery({ ...read("/v1/people/{person}", { path: { person: other ?? "" } }), enabled: other !== null });
  const twoIds = of.user_id !== null && found.data != null && found.data.user_id !== null;
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        <Text size="sm">
          {t("Everything of the other entry moves here: identities, orders, referrals, rewards and balance.")}{" "}
          {t("Where both say different things, this entry is believed. It cannot be undone.")}
        </Text>
        <PickPerson label={t("The other entry")} value={other} onChange={setOther} required />
        {other !== null && <Shown of={found}>{(data) => <SideBySide here={of} other={data} />}</Shown>}
        {twoIds && (
          <Checkbox
            label={t("Both have an id of your own. They are two accounts of one person all the same.")}
            checked={both}
            onChange={(event) => setBoth(event.currentTarget.checked)}
          />
        )}
        <TypeWord word={word} value={typed} onChange={setTyped} />
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button
            type="submit"
            color="rust"
            loading={act.isPending}
            disabled={other === null || other === of.id || typed.trim() !== word || (twoIds && !both)}
          >
            {t("Join for good")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function SideBySide({ here, other }: { here: PersonData; other: PersonData }) {
  const rows: [string, (of: PersonData) => string][] = [
    [t("Name"), (of) => of.name ?? ""],
    [t("E-mail"), (of) => of.email ?? ""],
    [t("Your id"), (of) => of.user_id ?? ""],
    [t("Phone"), (of) => of.phone ?? ""],
    [t("Company"), (of) => of.company ?? ""],
    [t("Browsers"), (of) => number(of.anonymous_ids.length)],
  ];
  return (
    <Table aria-label={t("Both entries")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th>{t("This entry, stays")}</Table.Th>
          <Table.Th>{t("The other, goes")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([label, text]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row">{label}</Table.Th>
            <Table.Td style={{ overflowWrap: "anywhere" }}>{text(here)}</Table.Td>
            <Table.Td style={{ overflowWrap: "anywhere" }}>{text(other)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Erase({ of, close }: Props & { close: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const word = t("ERASE");
  const leave = async (): Promise<void> => {
    close();
    // Her name stands in lists as well: they are read anew. Her own page only when it is left: what it shows is not there any more.
    forget();
    await navigate({ to: "/people" });
    forget(of.id);
  };
  const act = useAct({
    run: () => unwrap(api.POST("/v1/people/{person}/erase", { params: { path: { person: of.id } } })),
    changes: [],
    done: () => t("Erased. The books keep their amounts under a bare id."),
    after: () => void leave(),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        <Text size="sm">
          {t("Name, addresses, notes, messages and everything she wrote are deleted, and her links stop working.")}{" "}
          {t("Orders, rewards and what was paid stay in the books without her name.")}{" "}
          {t("It cannot be undone. Export first if she asked for her data.")}
        </Text>
        <TypeWord word={word} value={typed} onChange={setTyped} />
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button type="submit" color="rust" loading={act.isPending} disabled={typed.trim() !== word}>
            {t("Erase for good")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
