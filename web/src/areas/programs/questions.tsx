/** The plain questions: what it is called, where it leads, how much. The rest is what the ready-made program says. */
import { Alert, Box, Button, Card, Group, List, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CURRENCIES, useOwnCurrency } from "../../kit/currencies.ts";
import { useKeptForm, takeErrors } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { decimalsOf } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Amount, type Answers, amountKey, amountsOf, answered, currencyOf, startOf } from "./answers.ts";
import { isTaken, useCreate } from "./create.ts";
import type { Json } from "./draft/path.ts";
import { type Preview, previewRead } from "./draft/preview.ts";
import { Row } from "./form/fields.tsx";
import { keyFrom } from "./words.ts";

/** `plain`: only name, key and page are asked (a copy of something that is known). */
export function Questions({ document, plain = false }: { document: Json; plain?: boolean }) {
  const [own, found] = [useOwnCurrency(), startOf(document, keyFrom(String(document["name"] ?? "")))];
  // A ready-made program speaks of somebody else's money; a copy of a program keeps its own.
  const start = { ...found, currency: plain || found.currency === "" ? found.currency : own };
  const form = useKeptForm<Answers>(`new:${String(document["kind"])}`, start);
  const [ownKey, setOwnKey] = useState(form.values.key !== keyFrom(form.values.name));
  const create = useCreate(form.forget);
  const made = answered(document, form.values);
  const [settled] = useDebouncedValue(made, 300);
  const preview = useQuery({ ...previewRead(settled), placeholderData: keepPreviousData });
  const submit = form.onSubmit(() =>
    create.mutate(made, {
      onError: (error) =>
        isTaken(error) ? form.setFieldError("key", t("There is a program with this key already.")) : takeErrors(form, error),
    }),
  );
  const name = (value: string): void => {
    form.setFieldValue("name", value);
    if (!ownKey) form.setFieldValue("key", keyFrom(value));
  };
  const key = (value: string): void => {
    setOwnKey(true);
    form.setFieldValue("key", value.toLowerCase().replaceAll(/[^a-z0-9_-]/g, ""));
  };
  return (
    <Box
      style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 340px), 1fr))", alignItems: "start" }}
    >
      <Section>
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput
              label={t("What do people call it?")}
              description={t("In the portal, in mails and on the page.")}
              required
              value={form.values.name}
              error={form.errors["name"]}
              onChange={(event) => name(event.currentTarget.value)}
            />
            <TextInput
              label={t("Where does the link lead?")}
              description={t("The page of yours that a friend comes to.")}
              type="url"
              required
              {...form.getInputProps("destination")}
            />
            {!plain && <HowMuch document={document} form={form} preview={preview.data} />}
            <TextInput
              label={t("Key")}
              description={t("Its short name in addresses and events. It cannot be changed later.")}
              required
              value={form.values.key}
              error={form.errors["key"]}
              onChange={(event) => key(event.currentTarget.value)}
            />
            {create.error && !isTaken(create.error) && <ErrorState error={create.error} />}
            <Group justify="flex-end">
              <Button type="submit" loading={create.isPending}>
                {t("Make the draft")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
      <Answer preview={preview.data} error={preview.error} made={made} />
    </Box>
  );
}

type Form = ReturnType<typeof useKeptForm<Answers>>;

function HowMuch({ document, form, preview }: { document: Json; form: Form; preview: Preview | undefined }) {
  const currency = currencyOf(document);
  const { hold } = startOf(document, "");
  return (
    <>
      {currency !== null && (
        <Select
          label={t("In which currency do you sell?")}
          data={[...new Set([form.values.currency, ...CURRENCIES])]}
          searchable
          allowDeselect={false}
          value={form.values.currency}
          onChange={(value) => value !== null && form.setFieldValue("currency", value)}
        />
      )}
      {amountsOf(document).map((amount) => (
        <HowMuchOf key={amountKey(amount)} amount={amount} form={form} preview={preview} />
      ))}
      {hold !== null && (
        <NumberInput
          label={t("For how many days can people return what they bought?")}
          description={t("Rewards wait so long, so that nothing is paid for what comes back.")}
          min={0}
          hideControls
          value={form.values.hold ?? ""}
          onChange={(value) => form.setFieldValue("hold", value === "" ? hold : Number(value))}
        />
      )}
    </>
  );
}

function HowMuchOf({ amount, form, preview }: { amount: Amount; form: Form; preview: Preview | undefined }) {
  const sentence = preview?.words?.rules.find((each) => each.key === amount.rule)?.text;
  const key = amountKey(amount);
  const unit = amount.kind === "percent" ? " %" : amount.kind === "money" ? ` ${form.values.currency}` : "";
  return (
    <NumberInput
      label={t("How much? {sentence}", { sentence: sentence ?? amount.rule })}
      min={0}
      hideControls
      suffix={unit}
      decimalScale={amount.kind === "money" ? decimalsOf(form.values.currency) : 6}
      value={form.values.amounts[key] ?? amount.value}
      onChange={(value) => value !== "" && form.setFieldValue("amounts", { ...form.values.amounts, [key]: Number(value) })}
    />
  );
}

/** What that makes, as people will read it, and what they agree to. */
function Answer({ preview, error, made }: { preview: Preview | undefined; error: Error | null; made: Json }) {
  if (error) return <ErrorState error={error} />;
  if (preview === undefined) return <Lines n={6} />;
  const { words, findings } = preview;
  const errors = findings.filter((each) => each.severity === "error");
  const disclosure = Object.entries((made["disclosure"] ?? {}) as Record<string, string>);
  return (
    <Stack gap="sm">
      <Card>
        <Stack gap="sm" aria-live="polite">
          <Text fw={600} size="lg">
            {words?.headline ?? t("Not readable yet")}
          </Text>
          {words !== null && (
            <List size="sm" spacing={6}>
              {words.rules.map((each) => (
                <List.Item key={each.key}>
                  {each.text}{" "}
                  <Text span size="xs" c="dimmed">
                    {each.detail}
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
          {disclosure.map(([tag, text]) => (
            <Text key={tag} size="sm" lang={tag} c="dimmed">
              {t("Beside each link: “{text}”", { text })}
            </Text>
          ))}
        </Stack>
      </Card>
      {errors.map((each) => (
        <Alert key={each.pointer + each.code} color="rust" variant="light" p="xs">
          <Text size="sm">{each.message}</Text>
        </Alert>
      ))}
      <Row>
        <Text size="xs" c="dimmed">
          {t("The draft brings terms, share texts and a page along.")}{" "}
          {t("Numbers in the terms follow your answers where they can mean one thing only: read them before you publish.")}
        </Text>
      </Row>
    </Stack>
  );
}
