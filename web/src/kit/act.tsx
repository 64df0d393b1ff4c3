/**
 * Acts: something that changes. It says its consequence before, tells what happened after, offers undo where there is one, and shows the
 * server's problem where it was refused. A failed act loses nothing that was typed.
 */
import { GrapevineError } from "@grapevine/sdk";
import { Button, type ButtonProps, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { refresh } from "../api/query.ts";
import { t } from "../words/say.ts";
import { ErrorState, saidOf } from "./states.tsx";

type ActOptions<I, R> = {
  run: (input: I) => Promise<R>;
  /** Paths whose reads are asked again. */
  changes: readonly string[];
  /** What has happened, in a sentence. */
  done?: (answer: R, input: I) => string;
  /** Takes it back, where that is possible. */
  undo?: (answer: R, input: I) => Promise<unknown>;
  after?: (answer: R, input: I) => void;
};

/** A mutation that speaks. `act.mutate(input)`; `act.error` is for the form that it stands in. */
export function useAct<I = void, R = unknown>({ run, changes, done, undo, after }: ActOptions<I, R>) {
  return useMutation<R, Error, I, { back: typeof undo }>({
    mutationFn: run,
    // What goes back is what was there when it was pressed. The news of the change can be here before its answer: an undo of a later
    // drawing would "restore" what has just been set.
    onMutate: () => ({ back: undo }),
    onSuccess: async (answer, input, { back }) => {
      after?.(answer, input);
      if (done !== undefined) tell(done(answer, input), back && (async () => void (await back(answer, input), await refresh(changes))));
      await refresh(changes);
    },
  });
}

/** Notes with an "Undo" that are shown, oldest first. Mantine shows five notes and lets further ones wait: the newest must not. */
const undoable: string[] = [];
const AT_ONCE = 3;

/** A note in the corner, with "Undo" where there is one. */
export function tell(message: string, undo?: () => Promise<void>): void {
  const id = notifications.show({
    color: "leaf",
    closeButtonProps: { "aria-label": t("Close") },
    autoClose: undo === undefined ? 6000 : 15_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        {undo !== undefined && (
          <Button size="compact-xs" variant="subtle" onClick={() => void undo().then(() => notifications.hide(id), complain)}>
            {t("Undo")}
          </Button>
        )}
      </Group>
    ),
  });
  if (undo === undefined) return;
  undoable.push(id);
  if (undoable.length > AT_ONCE) notifications.hide(undoable.shift()!);
}

/** An act failed where no form is there to say so. */
export function complain(error: unknown): void {
  notifications.show({
    color: "rust",
    closeButtonProps: { "aria-label": t("Close") },
    autoClose: false,
    title: error instanceof GrapevineError ? error.problem.title : t("It failed"),
    message: saidOf(error),
  });
}

type AskProps<R> = {
  /** On the button, and again on the one that confirms: a verb. */
  label: string;
  /** What will happen, before it does: who gets or loses what, when. */
  consequence: ReactNode;
  /** Asked for a reason, which goes to the audit log. */
  reason?: boolean;
  act: {
    mutateAsync: ((input: { reason: string }) => Promise<R>) | ((input: void) => Promise<R>);
    error: Error | null;
    isPending: boolean;
    reset: () => void;
  };
  /** More fields between the consequence and the buttons. */
  children?: ReactNode;
  disabled?: boolean;
  /** False while the fields in `children` are not filled in: it cannot be confirmed yet. */
  ready?: boolean;
  button?: ButtonProps;
};

/** A button that says the consequence, asks for a reason where one is needed, and then acts. */
export function AskAct<R>({ label, consequence, reason = false, act, children, disabled, ready = true, button }: AskProps<R>) {
  const [opened, { open, close }] = useDisclosure();
  const [why, setWhy] = useState("");
  const shut = (): void => {
    act.reset();
    close();
  };
  const go = (): void =>
    void (act.mutateAsync as (input: { reason: string }) => Promise<R>)({ reason: why.trim() }).then(
      () => (setWhy(""), close()),
      () => undefined,
    );
  return (
    <>
      <Button variant="default" {...button} disabled={disabled} onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={shut} title={label}>
        {/* A window in a form is outside of it on the page, and inside of it for React: its own submit must not be the form's. */}
        <form onSubmit={(event) => (event.preventDefault(), event.stopPropagation(), go())}>
          <Stack gap="sm">
            <Text size="sm" component="div">
              {consequence}
            </Text>
            {children}
            {reason && (
              <Textarea
                label={t("Why")}
                description={t("Kept in the audit log.")}
                required
                value={why}
                onChange={(event) => setWhy(event.currentTarget.value)}
                data-autofocus
              />
            )}
            {act.error && <ErrorState error={act.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={shut}>
                {t("Cancel")}
              </Button>
              <Button type="submit" color={button?.color} loading={act.isPending} disabled={!ready || (reason && why.trim() === "")}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
