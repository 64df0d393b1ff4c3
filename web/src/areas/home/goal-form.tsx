/** The workspace's goal: what, how much, by when. */
import { Button, Group, Modal, NumberInput, Radio, Stack, TextInput } from "@mantine/core";
import { useEffect } from "react";
import { api, unwrap } from "../../api/client.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { takeErrors, useKeptForm } from "../../kit/form.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import type { HomeData } from "./data.ts";

type Values = { metric: "customers" | "referrals" | "advocates"; target: number | ""; until: string };
const CHANGES = ["/v1/home", "/v1/goals"];
const inThreeMonths = (): string => new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

export function GoalForm({ of, onClose }: { of: HomeData; onClose: () => void }) {
  const now = of.goals.find((each) => each.program === null);
  const form = useKeptForm<Values>("goal", {
    metric: now?.metric ?? "customers",
    target: now?.target ?? "",
    until: now?.until.slice(0, 10) ?? inThreeMonths(),
  });
  const save = useAct({
    run: ({ metric, target, until }: Values) =>
      unwrap(api.PUT("/v1/goals", { body: { program: null, metric, target: Number(target), until: `${until}T00:00:00.000Z` } })),
    changes: CHANGES,
    done: () => t("The goal is set."),
    after: () => (form.forget(), onClose()),
  });
  const remove = useAct({
    run: () => unwrap(api.DELETE("/v1/goals", { params: { query: {} } })),
    changes: CHANGES,
    done: () => t("The goal is removed."),
    undo: () =>
      now === undefined
        ? Promise.resolve()
        : unwrap(
            api.PUT("/v1/goals", { body: { program: null, metric: now.metric, target: now.target, since: now.since, until: now.until } }),
          ),
    after: () => (form.forget(), onClose()),
  });
  useEffect(() => takeErrors(form, save.error), [save.error]);
  return (
    <Modal opened onClose={onClose} title={t("Goal")}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md">
          <Radio.Group label={t("What counts?")} {...form.getInputProps("metric")}>
            <Stack gap="xs" mt={4}>
              <Radio
                value="customers"
                label={t("New customers")}
                description={t("Friends who did what the program counts: mostly a first order.")}
              />
              <Radio value="referrals" label={t("Friends who came")} description={t("By a sign-up, a lead or an order.")} />
              <Radio value="advocates" label={t("People who recommend")} description={t("Who joined a program.")} />
            </Stack>
          </Radio.Group>
          <NumberInput label={t("How many?")} min={1} max={1_000_000_000} required thousandSeparator {...form.getInputProps("target")} />
          <TextInput type="date" label={t("By when?")} required {...form.getInputProps("until")} />
          {save.error && <ErrorState error={save.error} />}
          <Group justify="space-between">
            {now === undefined ? (
              <span />
            ) : (
              <AskAct
                label={t("Remove the goal")}
                consequence={t("Nothing is counted towards it any more. What was reached stays in the figures.")}
                act={remove as never}
                button={{ variant: "subtle", color: "rust" }}
              />
            )}
            <Button type="submit" loading={save.isPending}>
              {t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
