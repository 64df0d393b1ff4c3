/** A card: whom it is about, who looks after it, until when; and the ways to move it. */
import { ActionIcon, Group, Menu, Text, UnstyledButton } from "@mantine/core";
import { GripVertical, MoreHorizontal } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Status } from "../../kit/values.tsx";
import { useName } from "../../kit/who.tsx";
import { instant, percent } from "../../words/format.ts";
import { direction, t } from "../../words/say.ts";
import { CompanyName } from "./company-name.tsx";
import { type CardData, type ColumnProps, DRAGGED } from "./board-kinds.ts";

export function BoardCard({ card, index, columns, of, move, open, held, hold }: ColumnProps & { card: CardData }) {
  const name = useName(card.person)?.name ?? "…";
  const grip = useRef<HTMLButtonElement>(null);
  const mine = held?.card.id === card.id;
  const can = of.writes && card.over === null;
  const keys = (event: KeyboardEvent): void => {
    const next = keyed(event, { held: mine ? held!.over : null, index, last: columns.length - 1 });
    if (next === null) return;
    event.preventDefault();
    if (next === "take") hold({ card, over: index });
    else if (next === "leave") hold(null);
    else if (next === "put") {
      const to = columns[held!.over]!;
      hold(null);
      move(card, to);
    } else hold({ card, over: next });
  };
  return (
    <article
      className="gv-board-card"
      data-card={card.id}
      data-held={mine ? "" : undefined}
      draggable={can}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, JSON.stringify(card));
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <Group gap={4} wrap="nowrap" align="flex-start">
        {can && (
          <ActionIcon
            ref={grip}
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("Move {name}", { name })}
            aria-pressed={mine}
            onKeyDown={keys}
            onBlur={() => mine && hold(null)}
            style={{ cursor: "grab" }}
          >
            <GripVertical size={16} aria-hidden />
          </ActionIcon>
        )}
        <UnstyledButton onClick={() => open(card.id)} style={{ flex: 1, minWidth: 0, minHeight: 44 }}>
          <Text size="sm" fw={600} lineClamp={2} style={{ overflowWrap: "anywhere" }}>
            {name}
          </Text>
        </UnstyledButton>
        {can && <MoveMenu card={card} name={name} columns={columns} move={move} />}
      </Group>
      <Group gap={6} mt={4}>
        <Owner card={card} />
        {card.due !== null && <Due at={card.due} />}
        <Fit chance={of.fits.get(card.person)} />
        {card.over !== null && of.kind === "referrals" && <Status tone="rust" word={t("refused")} why={card.over} />}
      </Group>
    </article>
  );
}

type Keyed = { held: number | null; index: number; last: number };

/** What a key on the grip means: take it up, put it down, leave it, or the column that it is over next. */
function keyed(event: KeyboardEvent, { held, index, last }: Keyed): "take" | "put" | "leave" | number | null {
  const { key } = event;
  if (held === null) return key === " " || key === "Enter" ? "take" : null;
  if (key === " " || key === "Enter") return held === index ? "leave" : "put";
  if (key === "Escape") return "leave";
  const forward = direction() === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = direction() === "rtl" ? "ArrowRight" : "ArrowLeft";
  if (key === forward) return Math.min(last, held + 1);
  if (key === backward) return Math.max(0, held - 1);
  return null;
}

type MenuProps = Pick<ColumnProps, "columns" | "move"> & { card: CardData; name: string };

function MoveMenu({ card, name, columns, move }: MenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("Where to move {name}", { name })}>
          <MoreHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter((each) => each.key !== card.column)
          .map((each) => (
            <Menu.Item key={each.key} onClick={() => move(card, each)}>
              {t("Move to {column}", { column: each.name })}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Owner({ card }: { card: CardData }) {
  const name = useName(card.owner ?? undefined)?.name;
  if (card.owner === null) return null;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
      {card.owner.startsWith("com_") ? <CompanyName id={card.owner} /> : (name ?? "…")}
    </Text>
  );
}

function Fit({ chance }: { chance: number | undefined }) {
  if (chance === undefined) return null;
  const why = t("How likely she becomes a customer soon, by what was known when she came: learnt from friends who came before.");
  return <Status tone="sky" word={t("Fits: {share}", { share: percent(chance) })} why={why} />;
}

const DAY = 86_400_000;

function Due({ at }: { at: string }) {
  const left = Date.parse(at) - Date.now();
  const date = instant(at, "date");
  if (left < 0) return <Status tone="rust" word={t("late since {date}", { date })} />;
  return <Status tone={left < 3 * DAY ? "amber" : "gray"} word={t("until {date}", { date })} />;
}
