/** Try it in the sandbox, look at what people will see, go live, and connect what sells. */
import { Alert, Anchor, Button, Group, List, Loader, Stack, Text, Timeline } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, ExternalLink } from "lucide-react";
import { useState } from "react";
import { api, clientIn, currentSlug, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Status } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import type { Document } from "./build.ts";
import { type Link, playChain } from "./chain.ts";
import { Connect } from "./connect.tsx";
import { useSetup } from "./state.ts";

export function Launch({ onDone, onDefine }: { onDone: () => void; onDefine: () => void }) {
  const { state } = useSetup();
  const program = state.program;
  const found = useQuery({ ...read("/v1/programs/{program}", { path: { program: program ?? "" } }), enabled: program !== undefined });
  if (program === undefined)
    return (
      <EmptyState
        title={t("First say what it is")}
        text={t("A few questions, and there is a program to launch.")}
        act={<Button onClick={onDefine}>{t("Define the program")}</Button>}
      />
    );
  return (
    <Shown of={found}>
      {(data) => {
        const document = (data.draft ?? data.definition) as Document;
        const live = data.status === "live";
        return (
          <Stack gap="md">
            <Detail
              aside={
                <>
                  <GoLive program={program} live={live} name={String(document.name)} />
                  <Look program={program} live={live} />
                </>
              }
            >
              <TestPurchase document={document} />
            </Detail>
            <Connect program={program} />
            <Group justify="flex-end">
              <Button variant={live ? "filled" : "default"} onClick={onDone}>
                {t("Go on to improving")}
              </Button>
            </Group>
          </Stack>
        );
      }}
    </Shown>
  );
}

function TestPurchase({ document }: { document: Document }) {
  const me = useMe();
  const [links, setLinks] = useState<Link[]>([]);
  const sandbox = me.workspace.sandbox
    ? me.workspace
    : me.workspaces.find((each) => each.sandbox && each.slug === `${currentSlug}-sandbox`);
  const act = useAct({
    run: async () => {
      setLinks([]);
      return await playChain(clientIn(sandbox!.slug), document, (link) => setLinks((before) => [...before, link]));
    },
    changes: ["/v1/home"],
  });
  return (
    <Section
      title={t("See it work")}
      text={t("A test from the first click to the mail, with made-up people, in the sandbox: nobody is paid, and nobody is written to.")}
    >
      <Stack gap="md">
        <Group>
          <Button onClick={() => act.mutate()} loading={act.isPending} disabled={sandbox === undefined}>
            {act.isSuccess ? t("Once more") : t("Send a test purchase")}
          </Button>
          {act.isSuccess && <Status tone="leaf" word={t("It works")} />}
        </Group>
        {sandbox === undefined && <Text size="sm">{t("This workspace has no sandbox that you may use. Ask an owner.")}</Text>}
        <div aria-live="polite">
          {links.length > 0 && (
            <Timeline active={links.length} bulletSize={20} lineWidth={2} color="leaf">
              {links.map((each) => (
                <Timeline.Item key={each.key} bullet={<Check size={12} aria-hidden />} title={each.title}>
                  <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                    {each.text}
                  </Text>
                </Timeline.Item>
              ))}
              {act.isPending && (
                <Timeline.Item bullet={<Loader size={10} />} title={t("A moment")}>
                  {" "}
                </Timeline.Item>
              )}
            </Timeline>
          )}
        </div>
        {act.error && <ErrorState error={act.error} />}
      </Stack>
    </Section>
  );
}

function GoLive({ program, live, name }: { program: string; live: boolean; name: string }) {
  const may = useMay();
  const { state, save } = useSetup();
  const act = useAct({
    run: () => unwrap(api.POST("/v1/programs/{program}/publish", { params: { path: { program } }, body: {} as never })),
    changes: ["/v1/programs", "/v1/home"],
    done: () => t("“{name}” is live.", { name }),
    after: () => save.mutate({ ...state, step: "launch" }),
  });
  return (
    <Section title={t("Go live")}>
      {live ? (
        <Stack gap="xs">
          <Group>
            <Status tone="leaf" word={t("Live")} />
          </Group>
          <Text size="sm">{t("“{name}” runs: whoever has a link can recommend you from now on.", { name })}</Text>
        </Stack>
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t("Nobody sees the program until you publish it. You can pause it at any time.")}</Text>
          {may("programs:publish") ? (
            <AskAct
              label={t("Publish")}
              consequence={t(
                "“{name}” goes live now: its pages can be opened, people can join, and what they earn by its rules is owed to them.",
                { name },
              )}
              act={act as never}
              button={{ variant: "filled" }}
            />
          ) : (
            <Text size="sm">{t("An owner or a manager publishes it.")}</Text>
          )}
        </Stack>
      )}
    </Section>
  );
}

function Look({ program, live }: { program: string; live: boolean }) {
  const slug = encodeURIComponent(currentSlug ?? "");
  return (
    <Section title={t("What people see")}>
      {!live && (
        <Alert color="sky" variant="light" mb="sm">
          {t("These pages open once the program is live.")}
        </Alert>
      )}
      <List spacing="xs" size="sm" listStyleType="none">
        {[
          { href: `/o/${slug}/${program}`, label: t("The offer"), text: t("What a friend reads who was sent by nobody in particular.") },
          { href: `/p/${slug}/${program}`, label: t("The portal"), text: t("Where people join, share and see what they have earned.") },
        ].map((each) => (
          <List.Item key={each.href}>
            {live ? (
              <Anchor href={each.href} target="_blank" rel="noreferrer" fw={600}>
                {each.label} <ExternalLink size={14} aria-label={t("opens in a new tab")} />
              </Anchor>
            ) : (
              <Text span fw={600} size="sm">
                {each.label}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {each.text}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
