/** An amount with its currency, which knows how many decimals there are. */
import { Group, Input, NativeSelect, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { CURRENCIES, useOwnCurrency } from "../../../kit/currencies.ts";
import { decimalsOf } from "../../../words/format.ts";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { Below, type FieldProps, useAt } from "./fields.tsx";

/** The currency that a document speaks, for amounts that are not there yet. */
export function useCurrency(): string {
  const { document } = useDraft();
  const own = useOwnCurrency();
  return /"\d+(?:\.\d+)? ([A-Z]{3})"/.exec(JSON.stringify([document["rewards"], document["budget"]]))?.[1] ?? own;
}

/** An amount with its currency ("20.00 USD"): knows how many decimals there are. */
export function MoneyInput(
  props: Omit<FieldProps, "at"> & {
    value: unknown;
    set: (value: string | undefined) => void;
    error?: string;
    readOnly?: boolean;
    bare?: boolean;
    mark?: object;
  },
) {
  const { label, help, required, value, set, error, readOnly, bare = false, mark } = props;
  const [usual, id] = [useCurrency(), useId()];
  const found = typeof value === "string" ? /^([\d.]*) ?([A-Z]{3})$/.exec(value) : null;
  const [stored, currency] = [found?.[1] ?? (typeof value === "string" ? value : ""), found?.[2] ?? usual];
  // What is typed stays as it is typed; the document gets it with the currency's decimals.
  const [typed, type] = useState<string | null>(null);
  const write = (amount: string, unit: string): void => set(amount === "" ? undefined : `${exact(amount, unit)} ${unit}`);
  const change = (text: string): void => {
    const plain = text.replace(",", ".").replaceAll(/[^\d.]/g, "");
    type(plain);
    write(plain, currency);
  };
  const units = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
  return (
    <Input.Wrapper id={id} label={bare ? undefined : label} required={required}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          {...mark}
          id={id}
          aria-label={bare ? label : undefined}
          required={required}
          error={error !== undefined}
          readOnly={readOnly}
          inputMode="decimal"
          value={typed ?? stored}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => type(null)}
          style={{ flex: "1 1 80px" }}
        />
        <NativeSelect
          aria-label={t("Currency of {what}", { what: label })}
          disabled={readOnly}
          data={units}
          value={currency}
          onChange={(event) => write(typed ?? stored, event.currentTarget.value)}
          style={{ flex: "0 0 84px" }}
        />
      </Group>
      <Below error={error} help={help} />
    </Input.Wrapper>
  );
}

/** "20" as "20.00", where the currency has two decimals. What is finer than that is left for the linter to say. */
function exact(amount: string, currency: string): string {
  const decimals = decimalsOf(currency);
  const [whole = "", part = ""] = amount.split(".");
  if (!/^\d+(\.\d*)?$/.test(amount) || Number(part) !== Number(part.slice(0, decimals).padEnd(part.length, "0"))) return amount;
  return decimals === 0 ? whole : `${whole}.${part.slice(0, decimals).padEnd(decimals, "0")}`;
}

export function MoneyAt({ at, ...props }: FieldProps) {
  const place = useAt(at);
  return <MoneyInput {...props} {...place} />;
}
