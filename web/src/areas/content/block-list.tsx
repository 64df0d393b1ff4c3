/** The blocks of a page in their order: opened to be changed, moved, removed, added. */
import { ActionIcon, Box, Button, Menu, Stack, Text, UnstyledButton } from "@mantine/core";
import { ChevronDown, Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { tell } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import { BlockForm } from "./block-form.tsx";
import { type Block, MOST_BLOCKS, blockSorts, sortOf, summaryOf } from "./blocks.ts";
import type { Language } from "./languages.ts";
import { Movable } from "./movable.tsx";

type Props = {
  blocks: readonly Block[];
  language: Language;
  errors: Record<string, string>;
  change: (next: Block[]) => void;
  disabled: boolean;
};

export function BlockList({ blocks, language, errors, change, disabled }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const latest = useRef(blocks);
  latest.current = blocks;
  const remove = (index: number): void => {
    const gone = blocks[index]!;
    change(blocks.filter((_, at) => at !== index));
    setOpen(null);
    tell(t("{name} is removed.", { name: sortOf(gone.block).label }), async () =>
      change([...latest.current.slice(0, index), gone, ...latest.current.slice(index)]),
    );
  };
  const add = (kind: string): void => {
    const sort = sortOf(kind);
    change([...blocks, { block: sort.kind, ...sort.begin }]);
    setOpen(blocks.length);
  };
  return (
    <Stack gap="xs">
      <Movable<Block>
        of={blocks}
        label={t("Blocks of the page")}
        keyOf={(_, index) => String(index)}
        nameOf={(each) => sortOf(each.block).label}
        disabled={disabled}
        change={(next) => (setOpen(null), change(next))}
        head={(each, index) => (
          <UnstyledButton w="100%" py={6} aria-expanded={open === index} onClick={() => setOpen(open === index ? null : index)}>
            <Box style={{ display: "flex", alignItems: "center", gap: 8 }}>
              <Box style={{ flex: 1, minWidth: 0 }}>
                <Text fw={600} size="sm">
                  {sortOf(each.block).label}
                </Text>
                <Text size="xs" c={problem(errors, index) ? "rust" : "dimmed"} truncate>
                  {problem(errors, index) ?? summaryOf(each, language)}
                </Text>
              </Box>
              <ChevronDown size={16} style={{ transform: open === index ? "rotate(180deg)" : undefined }} aria-hidden />
            </Box>
          </UnstyledButton>
        )}
        acts={(each, index) => (
          <ActionIcon
            variant="transparent"
            color="gray"
            size={36}
            disabled={disabled || blocks.length === 1}
            aria-label={t("Remove {name}", { name: sortOf(each.block).label })}
            onClick={() => remove(index)}
          >
            <Trash2 size={16} />
          </ActionIcon>
        )}
      >
        {(each, index) =>
          open === index && (
            <Box pt="xs">
              <BlockForm
                block={each}
                language={language}
                errors={errorsOf(errors, index)}
                change={(next) => change(blocks.map((one, at) => (at === index ? next : one)))}
              />
            </Box>
          )
        }
      </Movable>
      {blocks.length < MOST_BLOCKS && !disabled && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button variant="default" leftSection={<Plus size={16} />} style={{ alignSelf: "flex-start" }}>
              {t("Add a block")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {blockSorts().map(({ kind, label, what }) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                <Text size="sm">{label}</Text>
                <Text size="xs" c="dimmed">
                  {what}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  );
}

const errorsOf = (errors: Record<string, string>, index: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path.startsWith(`blocks/${index}/`))
      .map(([path, message]) => [path.slice(`blocks/${index}/`.length), message]),
  );

const problem = (errors: Record<string, string>, index: number): string | undefined =>
  Object.entries(errors).find(([path]) => path === `blocks/${index}` || path.startsWith(`blocks/${index}/`))?.[1];
