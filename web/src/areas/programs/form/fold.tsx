/** A part of a program that it may have or not: one line until it is opened; which one is open stands in the address. */
import { Badge, Box, Button, Card, Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { ChevronDown, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useId } from "react";
import { tell } from "../../../kit/act.tsx";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Path, getIn, pointerOf } from "../draft/path.ts";
import { useFindings } from "../draft/preview.ts";
import { Findings } from "../findings.tsx";
import { isWithin, useGoTo, usePlace } from "./jump.ts";

type FoldProps = {
  at: Path;
  /** Other places of the document that stand in it. */
  also?: readonly string[];
  title: string;
  text: string;
  /** What is in it, in a few words. */
  summary?: string | undefined;
  /** What it begins with; a part that is always there has none. */
  start?: () => unknown;
  /** The button that adds it. */
  add?: string;
  children: ReactNode;
};

export function Fold({ at, also = [], title, text, summary, start, add, children }: FoldProps) {
  const { document, set } = useDraft();
  const [place, goTo, id] = [usePlace(), useGoTo(), useId()];
  const pointer = pointerOf(at);
  const isOpen = [pointer, ...also].some((each) => isWithin(place, each));
  const findings = useFindings(pointer);
  const isThere = start === undefined || getIn(document, at) !== undefined;
  return (
    <Card component="section" aria-label={title}>
      <UnstyledButton
        w="100%"
        mih={44}
        aria-expanded={isOpen}
        aria-controls={id}
        data-at={pointer}
        onClick={() => goTo(isOpen ? undefined : pointer, document)}
      >
        <Group wrap="nowrap" gap="xs">
          <Box style={{ flex: 1, minWidth: 0 }}>
            <Title order={2} size="h3">
              {title}
            </Title>
            {!isOpen && (
              <Text size="sm" c="dimmed" truncate>
                {isThere ? (summary ?? text) : t("Not in this program")}
              </Text>
            )}
          </Box>
          {findings.length > 0 && <Worst errors={findings.some((each) => each.severity === "error")} />}
          <ChevronDown size={18} style={{ transform: isOpen ? "rotate(180deg)" : undefined, flex: "none" }} aria-hidden />
        </Group>
      </UnstyledButton>
      <Box id={id} hidden={!isOpen}>
        {isOpen && (
          <Stack gap="md" mt="xs">
            <Text size="sm" c="dimmed" className="gv-text">
              {text}
            </Text>
            <Findings of={findings.filter((each) => each.severity === "warning" || each.pointer === pointer)} />
            {isThere ? children : <Add words={add ?? t("Add it")} go={() => set(at, start?.())} />}
            {isThere && start !== undefined && <Remove at={at} title={title} />}
          </Stack>
        )}
      </Box>
    </Card>
  );
}

function Worst({ errors }: { errors: boolean }) {
  return (
    <Badge variant="light" tt="none" color={errors ? "rust" : "amber"} style={{ flex: "none" }}>
      {errors ? t("Has an error") : t("Worth a look")}
    </Badge>
  );
}

function Remove({ at, title }: { at: Path; title: string }) {
  const { document, set, readOnly } = useDraft();
  if (readOnly) return null;
  const remove = (): void => {
    const was = getIn(document, at);
    set(at, undefined);
    tell(t("{name} is removed.", { name: title }), async () => set(at, was));
  };
  return (
    <Group justify="flex-end">
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<Trash2 size={14} />} onClick={remove}>
        {t("Take it out of the program")}
      </Button>
    </Group>
  );
}

/** One more of something. */
export function Add({ words, go }: { words: string; go: () => void }) {
  if (useDraft().readOnly) return null;
  return (
    <Group>
      <Button size="compact-sm" variant="default" leftSection={<Plus size={14} />} onClick={go}>
        {words}
      </Button>
    </Group>
  );
}
