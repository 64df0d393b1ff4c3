/** Before a move that costs something or needs a reason: what follows from it. Cancelled, the card stays where it was. */
import { Button, Group, Modal, NumberInput, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useName } from "../../kit/who.tsx";
import { decimalsOf } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import type { Answered, Move, Question } from "./board-kinds.ts";

type Props = {
  move: Move;
  question: Extract<Question, { ask: "reason" | "yes" }>;
  close: () => void;
  act: (answered: Answered) => Promise<void>;
};

export function MoveQuestion({ move, question, close, act }: Props) {
  const [reason, setReason] = useState("");
  const [value, setValue] = useState<number | string>("");
  const [currency, setCurrency] = useState(useOwnCurrency());
  const name = useName(move.card.person)?.name ?? "…";
  const asksValue = question.ask === "yes" && question.value;
  const ready = question.ask === "yes" ? value === "" || currency.length === 3 : reason.trim() !== "";
  const go = (): void => {
    const amount = value === "" ? null : { amount: Math.round(Number(value) * 10 ** decimalsOf(currency)), currency };
    // The refusal was said by the board, which has put the card back.
    void act({ reason: reason.trim(), value: amount }).catch(() => undefined);
    close();
  };
  return (
    <Modal opened onClose={close} title={t("{name} to {column}", { name, column: move.to.name })}>
      <form onSubmit={(event) => (event.preventDefault(), go())}>
        <Stack gap="sm">
          <Text size="sm">{question.why}</Text>
          {question.ask === "reason" && (
            <Textarea
              label={t("Why")}
              description={t("Kept with the case.")}
              required
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {asksValue && (
            <NumberInput
              label={t("Value")}
              description={t("Where a rule pays a share of it.")}
              min={0}
              hideControls
              decimalScale={decimalsOf(currency)}
              value={value}
              onChange={setValue}
            />
          )}
          {asksValue && value !== "" && (
            <TextInput
              label={t("Currency")}
              maxLength={3}
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("Cancel")}
            </Button>
            <Button type="submit" disabled={!ready}>
              {t("Move")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
