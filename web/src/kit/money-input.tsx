/** An amount as people write it, which knows its currency's decimals. Outside it is minor units, or null while nothing is written. */
import { NumberInput, type NumberInputProps } from "@mantine/core";
import { decimalsOf } from "../words/format.ts";

type Props = Omit<NumberInputProps, "value" | "onChange"> & {
  unit: string;
  value: number | null;
  onChange: (minor: number | null) => void;
};

export function MoneyInput({ unit, value, onChange, ...rest }: Props) {
  const decimals = decimalsOf(unit);
  return (
    <NumberInput
      hideControls
      allowNegative={false}
      decimalScale={decimals}
      fixedDecimalScale={false}
      inputMode={decimals === 0 ? "numeric" : "decimal"}
      suffix={unit === "" ? undefined : ` ${unit}`}
      {...rest}
      value={value === null ? "" : value / 10 ** decimals}
      onChange={(written) => onChange(written === "" ? null : Math.round(Number(written) * 10 ** decimals))}
    />
  );
}
