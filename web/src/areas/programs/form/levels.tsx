/** Levels of recognition: how many points within a window, and what each level brings. */
import { Card, Stack, Text } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import type { Json } from "../draft/path.ts";
import { Entry } from "./entry.tsx";
import { DurationAt, NumberAt, Row, TextAt, useAt } from "./fields.tsx";
import { Add, Fold } from "./fold.tsx";

const STEPS = ["levels", "steps"];

/** A key that no other of them has. */
export function freeKey(wish: string, all: readonly Json[]): string {
  const taken = new Set(all.map((each) => each["key"]));
  for (let n = 1; ; n++) {
    const key = n === 1 ? wish : `${wish}-${n}`;
    if (!taken.has(key)) return key;
  }
}

export function Levels() {
  const { value } = useAt(STEPS);
  const { set } = useDraft();
  const steps = Array.isArray(value) ? (value as Json[]) : [];
  const add = (): void => {
    const from = Number(steps.at(-1)?.["from"] ?? 0) + 100;
    set([...STEPS, steps.length], {
      key: freeKey(`level-${steps.length + 1}`, steps),
      name: t("Level {n}", { n: steps.length + 1 }),
      from,
    });
  };
  return (
    <Fold
      at={["levels"]}
      title={t("Levels")}
      text={t("Points that were earned lift people from level to level; who earns fewer falls back after a notice.")}
      summary={steps.map((each) => String(each["name"])).join(", ")}
      add={t("Add levels")}
      start={() => ({
        steps: [
          { key: "bronze", name: t("Bronze"), from: 100 },
          { key: "silver", name: t("Silver"), from: 500 },
        ],
      })}
    >
      <Row>
        <DurationAt at={["levels", "window"]} label={t("Points count for")} help={t("From the day on which they became available.")} />
        <DurationAt at={["levels", "notice"]} label={t("Notice before falling")} help={t("She is told, and keeps her level so long.")} />
      </Row>
      <Stack gap="sm" role="list" aria-label={t("Levels")}>
        {steps.map((step, i) => (
          <Step key={i} step={step} at={i} only={steps.length === 1} />
        ))}
      </Stack>
      <Add words={t("Add a level")} go={add} />
    </Fold>
  );
}

function Step({ step, at: i, only }: { step: Json; at: number; only: boolean }) {
  const { set } = useDraft();
  const at = [...STEPS, i];
  const perks = Array.isArray(step["perks"]) ? (step["perks"] as Json[]) : [];
  return (
    <Card padding="sm" role="listitem">
      <Entry label={t("Remove level {n}", { n: i + 1 })} remove={() => set(only ? ["levels"] : at, undefined)}>
        <Row min={130}>
          <TextAt at={[...at, "name"]} label={t("Name")} required />
          <NumberAt at={[...at, "from"]} label={t("From so many points")} required />
          <TextAt at={[...at, "key"]} label={t("Key")} required />
        </Row>
      </Entry>
      <Stack gap="xs" mt="sm" role="group" aria-label={t("What level {name} brings", { name: String(step["name"]) })}>
        {perks.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("It brings a name and nothing else yet.")}
          </Text>
        )}
        {perks.map((_, n) => (
          <Entry
            key={n}
            label={t("Remove perk {n}", { n: n + 1 })}
            remove={() => set(perks.length === 1 ? [...at, "perks"] : [...at, "perks", n], undefined)}
          >
            <Row min={130}>
              <TextAt at={[...at, "perks", n, "name"]} label={t("Perk")} required />
              <TextAt at={[...at, "perks", n, "key"]} label={t("Key")} help={t("What your shop asks for.")} required />
            </Row>
          </Entry>
        ))}
        <Add
          words={t("Add a perk")}
          go={() => set([...at, "perks", perks.length], { key: freeKey("perk", perks), name: t("Free shipping") })}
        />
      </Stack>
    </Card>
  );
}
