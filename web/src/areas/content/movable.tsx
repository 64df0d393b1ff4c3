/** A list whose entries are put in order: by dragging, by buttons, and with the arrow keys on the handle. */
import { ActionIcon, Box, Card, Group, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { t } from "../../words/say.ts";
import { moved } from "./blocks.ts";

type Props<T> = {
  of: readonly T[];
  label: string;
  keyOf: (item: T, index: number) => string;
  nameOf: (item: T, index: number) => string;
  change: (next: T[]) => void;
  /** Beside the name. */
  acts?: (item: T, index: number) => ReactNode;
  head: (item: T, index: number) => ReactNode;
  children?: (item: T, index: number) => ReactNode;
  disabled?: boolean;
};

export function Movable<T>({ of, label, keyOf, nameOf, change, acts, head, children, disabled = false }: Props<T>) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, say] = useState("");
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= of.length || from === to) return;
    change(moved(of, from, to));
    say(t("{name} is now at place {n} of {all}.", { name: nameOf(of[from]!, from), n: to + 1, all: of.length }));
  };
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    move(index, index + step);
  };
  return (
    <>
      <Box component="ol" m={0} p={0} aria-label={label} style={{ listStyle: "none", display: "grid", gap: 8 }}>
        {of.map((item, index) => (
          <Card
            key={keyOf(item, index)}
            component="li"
            padding="xs"
            opacity={dragged === index ? 0.5 : 1}
            style={over === index && dragged !== null ? { borderColor: "var(--mantine-primary-color-filled)" } : undefined}
            onDragOver={(event) => (event.preventDefault(), setOver(index))}
            onDrop={() => (dragged !== null && move(dragged, index), setDragged(null), setOver(null))}
          >
            <Group gap={6} wrap="nowrap">
              <Tooltip label={t("Drag, or press the arrow keys")}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  visibleFrom="xs"
                  draggable={!disabled}
                  disabled={disabled}
                  aria-label={t("Move {name}", { name: nameOf(item, index) })}
                  style={{ cursor: "grab" }}
                  onKeyDown={onKey(index)}
                  onDragStart={(event) => (event.dataTransfer.setData("text/plain", String(index)), setDragged(index))}
                  onDragEnd={() => (setDragged(null), setOver(null))}
                >
                  <GripVertical size={16} />
                </ActionIcon>
              </Tooltip>
              <Box style={{ flex: 1, minWidth: 0 }}>{head(item, index)}</Box>
              <Arrow up index={index} count={of.length} name={nameOf(item, index)} disabled={disabled} move={move} />
              <Arrow index={index} count={of.length} name={nameOf(item, index)} disabled={disabled} move={move} />
              {acts?.(item, index)}
            </Group>
            {children?.(item, index)}
          </Card>
        ))}
      </Box>
      <VisuallyHidden role="status">
        <Text>{said}</Text>
      </VisuallyHidden>
    </>
  );
}

type ArrowProps = {
  up?: boolean;
  index: number;
  count: number;
  name: string;
  disabled: boolean;
  move: (from: number, to: number) => void;
};

function Arrow({ up = false, index, count, name, disabled, move }: ArrowProps) {
  const Icon = up ? ArrowUp : ArrowDown;
  return (
    <ActionIcon
      variant="transparent"
      color="gray"
      size={36}
      disabled={disabled}
      style={{ visibility: (up ? index === 0 : index === count - 1) ? "hidden" : undefined }}
      aria-label={up ? t("{name}: up", { name }) : t("{name}: down", { name })}
      onClick={() => move(index, index + (up ? -1 : 1))}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
