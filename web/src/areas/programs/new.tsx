/** A new program: from a ready-made one by plain questions, as a copy of another, or from a document. */
import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { type Row, read } from "../../api/query.ts";
import { Page } from "../../kit/page.tsx";
import { Lines, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { documentOf, programRead } from "./draft/draft.tsx";
import type { Json } from "./draft/path.ts";
import { FromDocument } from "./from-document.tsx";
import { Questions } from "./questions.tsx";
import { kindWords } from "./words.ts";

type Preset = Row<"/v1/presets">;
const route = getRouteApi("/programs/new");

export function NewProgram() {
  const { preset, copy, by } = route.useSearch();
  const under =
    preset !== undefined || by === "document"
      ? { label: t("New program"), to: "/programs/new" }
      : { label: t("Programs"), to: "/programs" };
  return (
    <Page title={t("New program")} under={under}>
      {copy !== undefined ? (
        <Copy of={copy} />
      ) : preset !== undefined ? (
        <OfPreset preset={preset} />
      ) : by === "document" ? (
        <FromDocument />
      ) : (
        <Choose />
      )}
    </Page>
  );
}

/** What one wants, in the words of whoever wants it. */
const groups = (): { title: string; kinds: string[] }[] => [
  { title: t("Customers bring customers"), kinds: ["two_way", "direct", "tiered", "subscription", "occasion"] },
  { title: t("Fans and community"), kinds: ["loyalty", "advocacy", "community", "social", "contest"] },
  { title: t("Partners and professionals"), kinds: ["affiliate", "partner", "influencer", "lead_exchange", "network"] },
  { title: t("Inside an organisation"), kinds: ["employee", "pipeline"] },
];

function Choose() {
  const presets = useQuery(read("/v1/presets"));
  const own = { component: Link, to: "/programs/new", search: { by: "document" } } as object;
  return (
    <Shown of={presets} skeleton={<Lines n={8} height={40} />}>
      {({ data }) => (
        <Stack gap="lg">
          <Text>{t("What do you want to happen? Take what is nearest; everything can be changed.")}</Text>
          {groups().map(({ title, kinds }) => (
            <div key={title}>
              <Title order={2} size="h3" mb="xs">
                {title}
              </Title>
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
                {kinds
                  .flatMap((kind) => data.filter((each) => each.kind === kind))
                  .map((each) => (
                    <PresetCard key={each.key} preset={each} />
                  ))}
              </SimpleGrid>
            </div>
          ))}
          <Text size="sm">
            {t("You have a program as a document already?")}{" "}
            <Anchor {...own} underline="always">
              {t("Begin with the document")}
            </Anchor>
          </Text>
        </Stack>
      )}
    </Shown>
  );
}

function PresetCard({ preset }: { preset: Preset }) {
  const to = { component: Link, to: "/programs/new", search: { preset: preset.key } } as object;
  return (
    <UnstyledButton {...to} style={{ display: "flex" }}>
      <Card padding="md" w="100%">
        <Text fw={600}>{kindWords(preset.kind)}</Text>
        <Text size="sm" c="dimmed">
          {preset.description}
        </Text>
      </Card>
    </UnstyledButton>
  );
}

function OfPreset({ preset }: { preset: string }) {
  const found = useQuery(read("/v1/presets/{preset}", { path: { preset } }));
  return <Shown of={found}>{(document) => <Questions key={preset} document={document as Json} />}</Shown>;
}

function Copy({ of }: { of: string }) {
  const found = useQuery(programRead(of));
  const back = { component: Link, to: "/programs/$program", params: { program: of } } as object;
  return (
    <Shown of={found}>
      {(program) => {
        const document = documentOf(program);
        const name = t("{name} (copy)", { name: String(document["name"] ?? of) });
        return (
          <Stack>
            <Text size="sm">
              {t("A draft with everything that {name} says. Its people, links and rewards stay where they are.", {
                name: String(document["name"] ?? of),
              })}
            </Text>
            <Questions key={of} document={{ ...document, name }} plain />
            <Group>
              <Button variant="subtle" {...back}>
                {t("Cancel")}
              </Button>
            </Group>
          </Stack>
        );
      }}
    </Shown>
  );
}
