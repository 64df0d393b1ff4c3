/** Two operators at one draft: what the other one changed, beside what is unsaved here, and a way to keep both. */
import { Alert, Button, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { When } from "../../kit/values.tsx";
import { useName } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { Changes } from "./changes.tsx";
import { type Theirs, useDraft } from "./draft/draft.tsx";
import { type Pick, changesOf, merged } from "./draft/merge.ts";
import type { Json } from "./draft/path.ts";
import { placeWords, valueWords } from "./place-words.ts";

export function Clash() {
  const { theirs, document, base, settle } = useDraft();
  const [picks, setPicks] = useState<ReadonlyMap<string, Pick>>(new Map());
  if (theirs === null) return null;
  const both = merged({ base, mine: document, theirs: theirs.document }, picks);
  const pick = (path: string, whose: string): void => setPicks(new Map(picks).set(path, whose as Pick));
  return (
    <Alert color="amber" variant="light" role="alert" title={t("Somebody else saved this draft while you were changing it")}>
      <Stack gap="md">
        <Text size="sm">
          <Saved by={theirs} /> {t("Nothing of yours is lost: it is kept in this tab.")}
        </Text>
        <div>
          <Title order={3} size="sm" mb={4}>
            {t("Their changes")}
          </Title>
          <Changes of={changesOf(base, theirs.document)} document={theirs.document} />
        </div>
        <div>
          <Title order={3} size="sm" mb={4}>
            {t("Yours")}
          </Title>
          <Changes of={changesOf(base, document)} document={document} />
        </div>
        {both.clashes.map((clash) => {
          const path = clash.path.join("/");
          return (
            <Radio.Group
              key={path}
              label={t("Both of you changed {place}. Which one counts?", { place: placeWords(clash.path, document) })}
              value={picks.get(path) ?? "mine"}
              onChange={(whose) => pick(path, whose)}
            >
              <Stack gap={4} mt={4}>
                <Radio value="mine" label={t("Yours: {value}", { value: valueWords(clash.mine) })} />
                <Radio value="theirs" label={t("Theirs: {value}", { value: valueWords(clash.theirs) })} />
              </Stack>
            </Radio.Group>
          );
        })}
        <Group gap="xs">
          <Button onClick={() => settle(both.document as Json)}>{t("Keep both changes")}</Button>
          <Button variant="default" onClick={() => settle(document)}>
            {t("Only mine: overwrite theirs")}
          </Button>
          <Button variant="default" onClick={() => settle(theirs.document)}>
            {t("Only theirs: drop mine")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Saved({ by }: { by: Theirs }) {
  const who = useName(by.by)?.name ?? "";
  return (
    <>
      {t("Saved by {who}", { who })} <When at={by.at} />.
    </>
  );
}

/** Their save came while nothing here was unsaved: it is what is shown now. */
export function Taken() {
  const { taken } = useDraft();
  if (taken === null) return null;
  return (
    <Alert color="sky" variant="light" role="status">
      <Text size="sm">
        {t("This draft was changed elsewhere, and you see it as it is now.")} <Saved by={taken} />
      </Text>
    </Alert>
  );
}
