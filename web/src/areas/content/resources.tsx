/** What those who recommend are given to work with: guidelines by language, pictures, films, files. */
import { ActionIcon, Button, Group, Image, NativeSelect, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Plus, Trash2 } from "lucide-react";
import { useMay } from "../../app/me.ts";
import { tell } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { type Draft, partOf, withPart } from "./draft.ts";
import { DraftBar, WithDraft } from "./draft-bar.tsx";
import { ContentPage, ForProgram } from "./frame.tsx";
import { isRightToLeft, languageOf, languageOptions } from "./languages.ts";
import { Movable } from "./movable.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/resources");
type Asset = { name: string; kind: "image" | "video" | "audio" | "text" | "file"; url: string; alt?: string };
const KIT = ["content_kit"] as const;

export function Resources() {
  const { program } = route.useSearch();
  return (
    <ContentPage
      title={t("Resources")}
      text={t("Shown in the portal under Learn: what to say and what not, and what may be used for it.")}
    >
      <ForProgram asked={program}>
        {(chosen, pick) => (
          <WithDraft key={chosen.key} program={chosen.key}>
            {(draft) => (
              <>
                <DraftBar draft={draft} pick={pick} />
                <Brief draft={draft} />
                <Assets draft={draft} />
              </>
            )}
          </WithDraft>
        )}
      </ForProgram>
    </ContentPage>
  );
}

function Brief({ draft }: { draft: Draft }) {
  const may = useMay();
  const set = useSetSearch();
  const language = languageOf(route.useSearch().language);
  const text = partOf<Record<string, string>>(draft.doc, [...KIT, "brief"])?.[language] ?? "";
  return (
    <Section title={t("Guidelines")}>
      <Stack gap="sm">
        <NativeSelect
          label={t("Language")}
          maw={320}
          value={language}
          data={languageOptions}
          onChange={(event) => set({ language: event.currentTarget.value })}
        />
        <Textarea
          label={t("What to say, and what not")}
          minRows={5}
          value={text}
          readOnly={!may("programs:write")}
          dir={isRightToLeft(language) ? "rtl" : "auto"}
          error={[...text].length > 5000 ? t("At most {n} characters.", { n: 5000 }) : undefined}
          onChange={(event) => draft.change(withPart(draft.doc, [...KIT, "brief", language], event.currentTarget.value || undefined))}
        />
      </Stack>
    </Section>
  );
}

function Assets({ draft }: { draft: Draft }) {
  const may = useMay();
  const assets = partOf<Asset[]>(draft.doc, [...KIT, "assets"]) ?? [];
  // A picture is fetched once its address is whole: as it was saved.
  const saved = new Set((partOf<Asset[]>(draft.base, [...KIT, "assets"]) ?? []).map((each) => each.url));
  const write = (next: Asset[]): void => draft.change(withPart(draft.doc, [...KIT, "assets"], next));
  const change = (at: number, part: Partial<Asset>): void => write(assets.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const kinds = { image: t("Picture"), video: t("Film"), audio: t("Sound"), text: t("Text"), file: t("File") };
  const frozen = !may("programs:write");
  const add = (): void => write([...assets, { name: t("A new one"), kind: "image", url: "https://" }]);
  const remove = (at: number): void => {
    const gone = assets[at]!;
    write(assets.filter((_, i) => i !== at));
    tell(t("{name} is removed.", { name: gone.name }), async () => draft.undo());
  };
  return (
    <Section
      title={t("Things to use")}
      text={t("By their address: put them where everybody can open them.")}
      acts={
        !frozen &&
        assets.length < 200 && (
          <Button variant="default" leftSection={<Plus size={16} />} onClick={add}>
            {t("Add one")}
          </Button>
        )
      }
    >
      {assets.length === 0 ? (
        <EmptyState
          title={t("Nothing yet")}
          text={t("Logos, pictures of products, a short film: whatever makes it easier to tell others.")}
        />
      ) : (
        <Movable<Asset>
          of={assets}
          label={t("Things to use")}
          keyOf={(_, index) => String(index)}
          nameOf={({ name }) => name}
          disabled={frozen}
          change={write}
          head={({ name, kind, url }) => (
            <Group gap="sm" wrap="nowrap">
              {kind === "image" && saved.has(url) && <Image src={url} alt="" w={40} h={40} fit="cover" radius={4} />}
              <Text size="sm" fw={600} truncate dir="auto">
                {name}
              </Text>
            </Group>
          )}
          acts={({ name }, index) => (
            <ActionIcon
              variant="transparent"
              color="gray"
              size={36}
              disabled={frozen}
              aria-label={t("Remove {name}", { name })}
              onClick={() => remove(index)}
            >
              <Trash2 size={16} />
            </ActionIcon>
          )}
        >
          {(asset, index) => <AssetFields asset={asset} kinds={kinds} frozen={frozen} change={(part) => change(index, part)} />}
        </Movable>
      )}
    </Section>
  );
}

type FieldsProps = { asset: Asset; kinds: Record<string, string>; frozen: boolean; change: (part: Partial<Asset>) => void };

function AssetFields({ asset, kinds, frozen, change }: FieldsProps) {
  return (
    <Group gap="xs" align="flex-start" mt={4}>
      <TextInput
        label={t("Name")}
        style={{ flex: "1 1 160px" }}
        value={asset.name}
        readOnly={frozen}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("Kind")}
        value={asset.kind}
        disabled={frozen}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => change({ kind: event.currentTarget.value as Asset["kind"] })}
      />
      <TextInput
        label={t("Address")}
        type="url"
        dir="ltr"
        style={{ flex: "2 1 220px" }}
        value={asset.url}
        readOnly={frozen}
        error={/^https?:\/\/\S+\.\S+/.test(asset.url) ? undefined : t("Begins with https://")}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
    </Group>
  );
}
