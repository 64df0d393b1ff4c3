/** Nobody was found: what to check, and what can be done all the same. */
import { Group, List, Text } from "@mantine/core";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import { Attribute } from "./attribute.tsx";
import { RetroClaim } from "./retro-claim.tsx";

export function DeskNobody({ asked }: { asked: string }) {
  const may = useMay();
  const isMail = asked.includes("@");
  return (
    <Section title={t("Nothing is known by “{asked}”", { asked })}>
      <Text size="sm" mb="xs">
        {t("Check these, one after the other:")}
      </Text>
      <List size="sm" spacing={4} mb="md" className="gv-text">
        {isMail && <List.Item>{t("Did she order with another address? Ask for the order number and type that.")}</List.Item>}
        {!isMail && (
          <List.Item>{t("Order numbers and codes are matched whole: type it as it stands in her mail, without “#”.")}</List.Item>
        )}
        <List.Item>{t("A name is matched from its beginning, the first one or the last one.")}</List.Item>
        <List.Item>
          {t("An order that never arrived here is not known: look at the shop's connection under Developers, and at failed events.")}
        </List.Item>
        <List.Item>{t("A different workspace or the sandbox: the name at the top says which one this is.")}</List.Item>
      </List>
      <Text size="sm" mb="sm" className="gv-text">
        {t("If she bought and forgot the code, file a claim for her: it is decided like one that she files herself.")}
      </Text>
      <Group gap="xs">
        {may("claims:write") && <RetroClaim order={isMail ? undefined : asked} />}
        {may("referrals:write") && <Attribute />}
      </Group>
    </Section>
  );
}
