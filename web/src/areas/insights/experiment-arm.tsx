/** One arm of an experiment that is planned: its name, how many get it, and what differs. */
import { Button, Card, Group, JsonInput, NumberInput, Radio, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { t } from "../../words/say.ts";
import { type Arm, type Kind, amountText, amountsOf, patchOf, wordsOf } from "./experiment-form.ts";

type Props = {
  of: Arm;
  /** 0 is the program as it is. */
  nth: number;
  share: string;
  definition: unknown;
  errors: Record<string, unknown>;
  change: (change: Partial<Arm>) => void;
  remove: (() => void) | null;
};

const TO: Record<string, () => string> = {
  advocate: () => t("for the advocate"),
  friend: () => t("for the friend"),
  other: () => t("for others"),
};

export function ArmFields({ of, nth, share, definition, errors, change, remove }: Props) {
  const wrong = Object.entries(errors).find(([key]) => key.startsWith(`arms.${nth}.patch`))?.[1];
  const label = nth === 0 ? t("The program as it is") : t("Arm {n}", { n: nth });
  return (
    <Card withBorder component="fieldset" aria-label={label} m={0}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>{label}</Text>
          {remove !== null && (
            <Button variant="subtle" color="gray" leftSection={<Trash2 size={16} aria-hidden />} onClick={remove}>
              {t("Take it away")}
            </Button>
          )}
        </Group>
        <Group align="flex-start" gap="sm">
          <TextInput
            label={t("What you call it")}
            value={of.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors[`arms.${nth}.name`] as string | undefined}
            maxLength={120}
            flex="1 1 220px"
            required
          />
          <NumberInput
            hideControls
            label={t("Weight")}
            description={t("{share} of those who take part", { share })}
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={of.weight}
            onChange={(weight) => change({ weight })}
            min={0.01}
            max={1000}
            w={170}
          />
        </Group>
        {nth > 0 && <Differs of={of} definition={definition} change={change} />}
        {wrong !== undefined && (
          <Text size="sm" c="rust" role="alert">
            {String(wrong)}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Differs({ of, definition, change }: Pick<Props, "of" | "definition" | "change">) {
  const names: Record<Kind, string> = {
    amounts: t("How much is given"),
    words: t("The words"),
    nothing: t("No offer: what comes anyway (a hold-out)"),
    patch: t("Something else, as a JSON patch"),
  };
  const choose = (kind: string): void => {
    // Whoever goes on in JSON begins with what was answered so far.
    const patch = kind === "patch" && of.kind !== "patch" ? JSON.stringify(patchOf(of, definition) ?? {}, null, 2) : of.patch;
    change({ kind: kind as Kind, patch });
  };
  return (
    <Stack gap="sm">
      <Radio.Group label={t("What differs?")} value={of.kind} onChange={choose}>
        <Stack gap={6} mt={6}>
          {Object.entries(names).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {of.kind === "amounts" && <Amounts of={of} definition={definition} change={change} />}
      {of.kind === "words" && <Words of={of} definition={definition} change={change} />}
      {of.kind === "nothing" && (
        <Text size="sm" c="dimmed">
          {t(
            "Links work and friends are counted, and nobody is rewarded. It shows how many " +
              "customers come because of the offer, and what each of those costs.",
          )}
        </Text>
      )}
      {of.kind === "patch" && (
        <JsonInput
          label={t("JSON patch")}
          description={t(
            "What is written here is merged into the live program (RFC 7396). It may " +
              "change name, description, rewards, tiers, bonuses, share and pages.",
          )}
          value={of.patch}
          onChange={(patch) => change({ patch })}
          formatOnBlur
          autosize
          minRows={5}
          maxRows={20}
          dir="ltr"
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
        />
      )}
    </Stack>
  );
}

function Amounts({ of, definition, change }: Pick<Props, "of" | "definition" | "change">) {
  const amounts = amountsOf(definition);
  if (amounts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("No reward of this program is a plain amount: change it as a JSON patch.")}
      </Text>
    );
  return (
    <Group gap="sm" align="flex-start">
      {amounts.map(({ rule, to, unit, value, decimals }) => (
        <NumberInput
          hideControls
          key={rule}
          label={`${rule} (${TO[to]?.() ?? to})`}
          description={t("now {amount}", { amount: amountText(value, unit) })}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={of.amounts[rule] ?? value}
          onChange={(next) => change({ amounts: { ...of.amounts, [rule]: next === "" ? null : Number(next) } })}
          suffix={unit === "" ? undefined : ` ${unit}`}
          decimalScale={decimals}
          min={0}
          max={unit === "%" ? 100 : undefined}
          w={220}
        />
      ))}
    </Group>
  );
}

function Words({ of, definition, change }: Pick<Props, "of" | "definition" | "change">) {
  return (
    <Stack gap="sm">
      {wordsOf(definition).map(({ key, label, value, long }) => {
        const props = {
          label,
          value: of.words[key] ?? value,
          onChange: (event: { currentTarget: { value: string } }) => change({ words: { ...of.words, [key]: event.currentTarget.value } }),
        };
        return long ? <Textarea key={key} {...props} autosize minRows={2} maxRows={8} /> : <TextInput key={key} {...props} />;
      })}
    </Stack>
  );
}
