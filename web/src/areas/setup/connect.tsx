/** How Grapevine hears of what is bought, and how people hear of the program. */
import { Anchor, Button, Code, CopyButton, Group, Stack, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, currentSlug, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { Copyable } from "../../kit/values.tsx";
import { language, t } from "../../words/say.ts";
import { useSetup } from "./state.ts";

export function Connect({ program }: { program: string }) {
  return (
    <Section
      title={t("Connect it")}
      text={t("Choose what fits. One of them is enough to begin with; each can be added later.")}
    >
      <Tabs defaultValue="website" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="website">{t("My website")}</Tabs.Tab>
          <Tabs.Tab value="shop">{t("My shop or billing")}</Tabs.Tab>
          <Tabs.Tab value="list">{t("A list of people")}</Tabs.Tab>
          <Tabs.Tab value="words">{t("Words to share")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="website" pt="md">
          <Website program={program} />
        </Tabs.Panel>
        <Tabs.Panel value="shop" pt="md">
          <Choice
            text={t(
              "Stripe, Shopify and WooCommerce send their orders by themselves; anything else sends them to the API.",
            )}
            acts={[{ to: "/developers/sources", label: t("Connect a shop") }]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="list" pt="md">
          <Choice
            text={t("Bring your customers, and past orders if you like, as a file: they can join with one click.")}
            acts={[{ to: "/people/import", label: t("Import people") }]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="words" pt="md">
          <Words program={program} />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}

function Choice({ text, acts }: { text: string; acts: { to: string; label: string }[] }) {
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm" className="gv-text">
        {text}
      </Text>
      {acts.map(({ to, label }) => (
        <Button key={to} variant="default" {...({ component: Link, to } as object)}>
          {label}
        </Button>
      ))}
    </Stack>
  );
}

/** One line for her pages, with a key of their own in it. */
function Website({ program }: { program: string }) {
  const may = useMay();
  const { state, save } = useSetup();
  const key = state.answers?.["site_key"];
  const make = useAct({
    run: async () => {
      const made = await unwrap(api.POST("/v1/keys", { body: { kind: "publishable", name: t("Website") } }));
      await save.mutateAsync({ answers: { ...state.answers, site_key: made.key } });
    },
    changes: ["/v1/keys"],
  });
  if (key === undefined)
    return (
      <Stack gap="sm" align="flex-start">
        <Text size="sm" className="gv-text">
          {t(
            "One line in your pages counts who came through a recommendation. It carries a key that anybody may see.",
          )}
        </Text>
        {may("keys:write") ? (
          <Button variant="default" onClick={() => make.mutate()} loading={make.isPending}>
            {t("Make the line for my pages")}
          </Button>
        ) : (
          <Text size="sm">{t("An owner can make the key that it needs.")}</Text>
        )}
      </Stack>
    );
  const about = `data-workspace="${currentSlug ?? ""}" data-program="${program}"`;
  const from = `${location.origin}/js/gv.js" data-key="${key}`;
  const snippet = `<script async src="${from}" data-consent="required" ${about}></script>`;
  return (
    <Stack gap="sm">
      <Text size="sm">{t("Put this line into every page of yours, before the end of the head:")}</Text>
      <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {snippet}
      </Code>
      <Group>
        <CopyButton value={snippet}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("Copied") : t("Copy the line")}
            </Button>
          )}
        </CopyButton>
        <Anchor href="/docs" target="_blank" rel="noreferrer" size="sm">
          {t("What it can do besides")}
        </Anchor>
      </Group>
    </Stack>
  );
}

type Message = { message?: string; email_subject?: string; email?: string };

/** What people send on, as the program's document says it. */
function Words({ program }: { program: string }) {
  const found = useQuery(read("/v1/programs/{program}", { path: { program } }));
  const document = found.data?.draft ?? found.data?.definition;
  const messages = ((document?.["share"] as { messages?: Record<string, Message> } | undefined)?.messages ??
    {}) as Record<string, Message>;
  const mine = messages[language()] ?? messages["en"];
  return (
    <Stack gap="sm">
      <Text size="sm" className="gv-text">
        {t(
          "What people send to their friends. The link and the honest word about the reward are filled in for each of them.",
        )}
      </Text>
      {mine?.message !== undefined && <Copyable value={mine.message} />}
      {mine?.email !== undefined && (
        <Code block style={{ whiteSpace: "pre-wrap" }}>
          {mine.email}
        </Code>
      )}
      <Group>
        <Button variant="default" {...({ component: Link, to: "/content/share" } as object)}>
          {t("Change the words")}
        </Button>
      </Group>
    </Stack>
  );
}
