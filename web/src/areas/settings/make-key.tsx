/** A new key: what it is for, what it may, and its text, this once. */
import { Alert, Button, Modal, MultiSelect, Radio, Stack, Switch, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { Copyable } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

type Kind = "secret" | "publishable" | "test";

export function MakeKey() {
  const [opened, { open, close }] = useDisclosure();
  const [made, setMade] = useState<string | null>(null);
  const shut = (): void => (close(), setMade(null));
  return (
    <>
      <Button onClick={open}>{t("Make a key")}</Button>
      <Modal
        opened={opened}
        onClose={shut}
        title={made === null ? t("Make a key") : t("Copy the key now")}
        closeOnClickOutside={made === null}
      >
        {made === null ? (
          <Wish done={setMade} />
        ) : (
          <Stack gap="sm">
            <Alert color="amber" variant="light">
              {t("It is shown this once, and kept by nobody. Lost it? Make another and revoke this one.")}
            </Alert>
            <Copyable value={made} />
            <Button onClick={shut}>{t("I have copied it")}</Button>
          </Stack>
        )}
      </Modal>
    </>
  );
}

function Wish({ done }: { done: (key: string) => void }) {
  const { permissions, workspace } = useMe();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>(workspace.sandbox ? "test" : "secret");
  const [all, setAll] = useState(true);
  const [scopes, setScopes] = useState<string[]>([]);
  const act = useAct({
    run: () => {
      const chosen = all || kind === "publishable" ? ["*" as const] : (scopes as never[]);
      return unwrap(api.POST("/v1/keys", { body: { kind, name: name.trim(), scopes: chosen } }));
    },
    changes: ["/v1/keys"],
    after: ({ key }) => done(key),
  });
  const kinds = workspace.sandbox ? (["test"] as const) : (["secret", "publishable", "test"] as const);
  const words = {
    secret: [t("Secret"), t("For your servers. Never in a page or an app.")],
    publishable: [t("Publishable"), t("For your pages: sends visits, shares and leads, reads nothing.")],
    test: [t("Sandbox"), t("For trying out: acts in the sandbox alone.")],
  } as const;
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        {act.error && <ErrorState error={act.error} />}
        <TextInput
          label={t("What it is for")}
          description={t("So that you know which one to revoke: the shop, the till, a script.")}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Radio.Group label={t("Kind")} value={kind} onChange={(value) => setKind(value as Kind)}>
          <Stack gap="xs" mt="xs">
            {kinds.map((each) => (
              <Radio key={each} value={each} label={words[each][0]} description={words[each][1]} />
            ))}
          </Stack>
        </Radio.Group>
        {kind !== "publishable" && (
          <>
            <Switch label={t("It may do everything")} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
            {!all && (
              <MultiSelect
                label={t("It may")}
                description={t("Only what is chosen here. A till needs “till” and nothing else.")}
                searchable
                data={[...permissions].sort()}
                value={scopes}
                onChange={setScopes}
              />
            )}
          </>
        )}
        <Button type="submit" loading={act.isPending} disabled={!all && kind !== "publishable" && scopes.length === 0}>
          {t("Make a key")}
        </Button>
      </Stack>
    </form>
  );
}
