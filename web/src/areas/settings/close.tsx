/** Closing a workspace: what it takes with it is counted, its name typed; for a while it can be brought back. */
import { Button, Group, List, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { list, money, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { TakeAlong } from "./take-along.tsx";

type Held = Answer<"/v1/workspaces/closing">["held"][number];

export function CloseWorkspace() {
  const may = useMay()("workspaces:write");
  const { workspace } = useMe();
  const [opened, { open, close }] = useDisclosure();
  if (!may || workspace.sandbox || workspace.closing !== null) return null;
  return (
    <Section
      title={t("Close this workspace")}
      text={t("Ends everything here: programs, links, pages and keys. You can bring it back for 30 days; then it is erased for good.")}
      acts={
        <Button color="rust" variant="light" onClick={open}>
          {t("Close it")}
        </Button>
      }
    >
      <TakeAlong />
      <Modal opened={opened} onClose={close} title={t("Close {name}", { name: workspace.name })} size="lg">
        {opened && <Ask done={close} />}
      </Modal>
    </Section>
  );
}

function Ask({ done }: { done: () => void }) {
  const held = useQuery(read("/v1/workspaces/closing"));
  const { workspace } = useMe();
  const [name, setName] = useState("");
  const act = useAct({
    run: () => unwrap(api.POST("/v1/workspaces/close", { body: { name } })),
    changes: ["/v1/me", "/v1/workspaces", "/v1/programs"],
    after: done,
  });
  return (
    <Shown of={held}>
      {(data) => (
        <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
          <Stack gap="md">
            <div>
              <Text size="sm" fw={600}>
                {t("From this moment:")}
              </Text>
              <List size="sm">
                {data.held
                  .filter((each) => each.count > 0)
                  .map((each) => (
                    <List.Item key={each.kind}>{consequence(each)}</List.Item>
                  ))}
                <List.Item>{t("Nothing is sent, decided or paid any more.")}</List.Item>
              </List>
            </div>
            <Owed />
            <Text size="sm">
              {t(
                "For {days} days its operators can read it and bring it back. Then it is erased, with its sandbox and its audit log.",
                { days: data.kept_days },
              )}
            </Text>
            <TextInput
              label={t("Type the workspace's name: {name}", { name: workspace.name })}
              required
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            {act.error && <ErrorState error={act.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={done}>
                {t("Keep it")}
              </Button>
              <Button type="submit" color="rust" loading={act.isPending} disabled={name.trim() !== workspace.name.trim()}>
                {t("Close this workspace")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Shown>
  );
}

/** What people are owed does not go away with a workspace. */
function Owed() {
  const home = useQuery(read("/v1/home"));
  const sums = [...(home.data?.money?.owed ?? []), ...(home.data?.money?.waiting ?? [])].filter((each) => each.amount > 0);
  if (sums.length === 0) return null;
  const said = list([...added(sums)].map(([unit, amount]) => money(amount, unit)));
  return (
    <Text size="sm">
      {t("People were promised {sums} that has not been paid. Pay it first, or tell them: you still owe it.", { sums: said })}
    </Text>
  );
}

function added(sums: readonly { amount: number; currency: string }[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { amount, currency } of sums) all.set(currency, (all.get(currency) ?? 0) + amount);
  return all;
}

function consequence({ kind, count, more }: Held): string {
  const many = more ? t("more than {n}", { n: number(count) }) : number(count);
  const said: Record<Held["kind"], () => string> = {
    people: () => t("{n, plural, one {one person} other {{many} people}}: nobody gets into the portal any more", { n: count, many }),
    live_programs: () => t("{n, plural, one {one live program stops} other {{many} live programs stop}}", { n: count, many }),
    links: () => t("{n, plural, one {one link leads} other {{many} links lead}} nowhere", { n: count, many }),
    referrals: () => t("{n, plural, one {one referral stays} other {{many} referrals stay}} where they are", { n: count, many }),
    waiting_rewards: () =>
      t("{n, plural, one {one waiting reward} other {{many} waiting rewards}}: none becomes available", { n: count, many }),
    keys: () => t("{n, plural, one {one key is} other {{many} keys are}} refused: your shop's requests fail", { n: count, many }),
    operators: () => t("{n, plural, one {one operator} other {{many} operators}} can read, and change nothing", { n: count, many }),
  };
  return said[kind]();
}
