/** Forms: errors of the server beside their fields, what was typed kept over a reload, and one bar that saves. */
import { GrapevineError } from "@grapevine/sdk";
import { Button, Group, Text } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useEffect } from "react";
import { t } from "../words/say.ts";
import { ErrorState } from "./states.tsx";

type Values = Record<string, unknown>;

/**
 * A form whose values survive a reload, a crash and a session that ends: kept in this tab under `name` until `forget` is called.
 * `initial` is what the server has.
 */
export function useKeptForm<V extends Values>(name: string, initial: V): UseFormReturnType<V> & { forget: () => void; wasKept: boolean } {
  const key = `gv-form:${location.pathname}:${name}`;
  const kept = sessionStorage.getItem(key);
  const form = useForm<V>({ initialValues: initial, mode: "controlled" });
  useEffect(() => {
    if (kept !== null) form.setValues(JSON.parse(kept) as V);
    // Once, when the form appears.
  }, []);
  const text = JSON.stringify(form.values);
  useEffect(() => {
    if (text !== JSON.stringify(initial)) sessionStorage.setItem(key, text);
  }, [text]);
  return Object.assign(form, { forget: () => sessionStorage.removeItem(key), wasKept: kept !== null });
}

/** The server's field errors (`/order/total`) as the form's (`order.total`); the rest stays for `SaveBar` to say. */
export function takeErrors(form: { setErrors: (errors: Record<string, string>) => void }, error: unknown): void {
  if (!(error instanceof GrapevineError)) return;
  const entries = (error.problem.errors ?? []).map(({ pointer, message }) => [pointer.replace(/^\//, "").replaceAll("/", "."), message]);
  form.setErrors(Object.fromEntries(entries) as Record<string, string>);
}

/** The end of a form: what went wrong, what is unsaved, and the button. */
export function SaveBar({ error, pending, dirty, label }: { error?: unknown; pending: boolean; dirty: boolean; label?: string }) {
  return (
    <>
      {error != null && <ErrorState error={error} />}
      <Group justify="flex-end">
        <Text size="sm" c="dimmed" role="status">
          {pending ? t("Saving") : dirty ? t("Not saved yet") : ""}
        </Text>
        <Button type="submit" loading={pending} disabled={!dirty}>
          {label ?? t("Save")}
        </Button>
      </Group>
    </>
  );
}
