/** Up to how much one operator may change a balance by herself, by unit. */
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { MoneyInput } from "../../kit/money-input.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { money } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";

export function Limits() {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure();
  const { data } = useQuery({ ...read("/v1/settings"), enabled: may("settings:read") });
  const limits = (data?.settings["adjustment_limits"] ?? {}) as Record<string, number>;
  if (!may("settings:write")) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("Limit of one operator")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("Limit of one operator")}>
        {data !== undefined && <Form limits={limits} done={close} />}
      </Modal>
    </>
  );
}

function Form({ limits, done }: { limits: Record<string, number>; done: () => void }) {
  const [unit, setUnit] = useState(useOwnCurrency());
  const [amount, setAmount] = useState<number | null>(limits[unit] ?? null);
  const act = useAct({
    run: () => unwrap(api.PATCH("/v1/settings", { body: { settings: { adjustment_limits: { ...limits, [unit]: amount ?? 0 } } } })),
    changes: ["/v1/settings"],
    done: () => t("Above {limit} a second operator approves.", { limit: money(amount ?? 0, unit) }),
  });
  const save = (): void => act.mutate(undefined, { onSuccess: done });
  return (
    <form onSubmit={(event) => (event.preventDefault(), save())}>
      <Stack gap="sm">
        <Text size="sm">{t("Where nothing is set it is 100 of a currency, and 10,000 of anything else such as points.")}</Text>
        {Object.entries(limits).map(([each, limit]) => (
          <Text key={each} size="sm">
            {t("{unit}: up to {limit}", { unit: each, limit: money(limit, each) })}
          </Text>
        ))}
        <TextInput
          label={t("Unit")}
          description={t("A currency such as USD, or points.")}
          maxLength={16}
          value={unit}
          onChange={(event) => (setUnit(event.currentTarget.value.trim()), setAmount(limits[event.currentTarget.value.trim()] ?? null))}
        />
        <MoneyInput
          label={t("Up to")}
          description={t("0: everything needs a second operator.")}
          unit={unit}
          value={amount}
          onChange={setAmount}
        />
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={act.isPending} disabled={unit === "" || amount === null}>
            {t("Save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
