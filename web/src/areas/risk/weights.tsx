/** How much each reason weighs. Only what differs from the usual is kept. */
import { Accordion, NumberInput, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import { t } from "../../words/say.ts";

const REASONS: Record<string, () => string> = {
  blocked: () => t("On the block list"),
  same_email: () => t("One mailbox"),
  same_phone: () => t("One phone number"),
  same_payment: () => t("One card or account"),
  same_device: () => t("One device"),
  same_address: () => t("One address"),
  same_household: () => t("One family name"),
  shared_payment: () => t("Card shared with other friends"),
  shared_device: () => t("Device shared with other friends"),
  shared_address: () => t("Address shared with other friends"),
  disposable_email: () => t("Throw-away e-mail"),
  lookalike_email: () => t("Look-alike e-mail domain"),
  fast_conversion: () => t("Too quick"),
  velocity: () => t("Too many at once"),
  minimum_then_refund: () => t("Ordered the least, then returned"),
  coupon_site: () => t("From a coupon site"),
  shared_network: () => t("The same network"),
  blocked_network: () => t("A blocked network"),
};

type Props = { program: string; value: Record<string, number>; onChange: (next: Record<string, number>) => void };

export function Weights({ program, value, onChange }: Props) {
  const { data } = useQuery({
    queryKey: ["/v1/reviews/policy-preview", program, "weights"],
    queryFn: () => unwrap(api.POST("/v1/reviews/policy-preview", { body: { program, days: 1, risk: {} } as never })),
    staleTime: Infinity,
  });
  const set = (key: string, next: number | null): void => {
    const { [key]: _, ...rest } = value;
    onChange(next === null || next === data?.weights[key] ? rest : { ...rest, [key]: next });
  };
  return (
    <Accordion variant="contained" mt="md">
      <Accordion.Item value="weights">
        <Accordion.Control>{t("How much each reason weighs")}</Accordion.Control>
        <Accordion.Panel>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            {Object.entries(data?.weights ?? {}).map(([key, usual]) => (
              <NumberInput
                key={key}
                label={REASONS[key]?.() ?? key}
                description={t("Usually {n}. 0 leaves it out.", { n: usual })}
                min={0}
                max={100}
                allowDecimal={false}
                value={value[key] ?? usual}
                onChange={(next) => set(key, next === "" ? null : Number(next))}
              />
            ))}
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
