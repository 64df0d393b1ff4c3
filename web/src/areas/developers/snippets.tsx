/** What to paste: into pages, into a server, into a terminal. With this workspace's own address, program and publishable key in it. */
import { Alert, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay, useMe } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Data } from "../../kit/json.tsx";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "./filters.tsx";
import { DeveloperPage } from "./nav.tsx";
import type { SnippetSearch } from "./search.ts";
import { type Filled, snippets } from "./snippet-texts.ts";

const route = getRouteApi("/developers/snippets");
/** Stands where a secret key belongs: it was shown once, and nobody can show it again. */
const SECRET = "$GRAPEVINE_KEY";

export function Snippets() {
  const search = route.useSearch();
  const { workspace } = useMe();
  const navigate = useNavigate({ from: "/developers/snippets" });
  const may = useMay();
  const set = (change: SnippetSearch): void => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const keys = useQuery({ ...read("/v1/keys", { query: { limit: 200 } }), enabled: may("keys:read") });
  const publishable = keys.data?.data.find((each) => each.key !== null && each.revoked_at === null)?.key ?? null;
  const program = search.program ?? programs.data?.data.find(({ status }) => status === "live")?.key ?? "friends";
  const of: Filled = { url: location.origin, workspace: workspace.slug, program, key: publishable ?? "gv_pub_...", secret: SECRET };
  const all = snippets(of);
  const shown = all.filter(({ part }) => search.show === undefined || part === search.show);
  const parts = [
    { value: "pages", label: t("Your pages") },
    { value: "server", label: t("Your server") },
    { value: "terminal", label: t("A terminal") },
  ];
  return (
    <DeveloperPage
      title={t("Snippets")}
      text={t("Paste them as they are: your address, your program and your publishable key are in them.")}
    >
      <Filters>
        <Choice label={t("For")} value={search.show} of={parts} set={(show) => set({ show })} />
        <Choice
          label={t("Program")}
          value={program}
          of={(programs.data?.data ?? []).map(({ key }) => ({ value: key, label: key }))}
          set={(chosen) => set({ program: chosen })}
        />
      </Filters>
      <Shown of={programs}>{() => keys.data !== undefined && publishable === null && may("keys:write") && <MakeKey />}</Shown>
      {shown.some(({ part }) => part !== "pages") && (
        <Alert color="sky" variant="light">
          <Group justify="space-between">
            <Text size="sm" className="gv-text">
              {t("A secret key is shown once, when it is made. Put yours into the environment variable {name}.", {
                name: "GRAPEVINE_KEY",
              })}
            </Text>
          </Group>
        </Alert>
      )}
      {shown.map(({ id, title, text, code }) => (
        <Section key={id} title={title} text={text}>
          <Data value={code} label={title} />
        </Section>
      ))}
    </DeveloperPage>
  );
}

function MakeKey() {
  const act = useAct({
    run: async () => await unwrap(api.POST("/v1/keys", { body: { kind: "publishable", name: "Website" } })),
    changes: ["/v1/keys"],
    done: () => t("Your publishable key is in the snippets now"),
  });
  return (
    <Alert color="amber" variant="light" title={t("There is no publishable key to show")}>
      <Stack align="flex-start" gap="xs">
        <Text size="sm">
          {t("Older ones were kept as hashes only. A new one may stand in every page: it can send visits and shares, and read nothing.")}
        </Text>
        <AskAct
          label={t("Make a publishable key")}
          consequence={t("A key named Website is made and stands in the snippets. Others go on working; revoke any in the settings.")}
          act={act}
        />
      </Stack>
    </Alert>
  );
}
