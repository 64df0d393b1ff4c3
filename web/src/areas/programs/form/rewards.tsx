/** The rewards of a program: each one a sentence, opened one at a time to be changed. */
import { ActionIcon, Badge, Box, Button, Card, Collapse, Divider, Group, Menu, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronDown, ChevronUp, Copy, MoreHorizontal, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useId } from "react";
import { tell } from "../../../kit/act.tsx";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { useFindings, usePreview } from "../draft/preview.ts";
import { Findings } from "../findings.tsx";
import { recipientWords } from "../words.ts";
import { TextAt } from "./fields.tsx";
import { GiveAt } from "./give.tsx";
import { useCurrency } from "./money-field.tsx";
import { TermsAt, ToAt } from "./terms.tsx";
import { WhenAt } from "./when.tsx";

export function Rewards() {
  const { document, set, readOnly } = useDraft();
  const open = useOpenRule();
  const currency = useCurrency();
  const rules = Array.isArray(document["rewards"]) ? (document["rewards"] as Json[]) : [];
  const add = (): void => {
    const key = freeKey("reward", rules);
    const rule = {
      key,
      when: { stage: document["qualifies_at"] ?? "order", nth: 1 },
      to: "advocate",
      give: { credit: `10.00 ${currency}` },
      hold: "14d",
    };
    set(["rewards"], [...rules, rule]);
    open.show(key);
  };
  return (
    <Stack gap="sm">
      {rules.map((rule, i) => (
        <RuleCard key={i} rule={rule} index={i} rules={rules} open={open} />
      ))}
      {rules.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("Nobody gets anything yet.")}
        </Text>
      )}
      {!readOnly && (
        <Group>
          <Button variant="default" leftSection={<Plus size={16} />} onClick={add}>
            {t("Add a reward")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Open = { key: string | undefined; show: (key: string | undefined) => void };

function useOpenRule(): Open {
  const { rule } = useSearch({ strict: false }) as { rule?: string };
  const navigate = useNavigate();
  return {
    key: rule,
    show: (key) =>
      void navigate({ to: ".", search: (now: object) => ({ ...now, rule: key }) as never, replace: true, resetScroll: false }),
  };
}

function freeKey(wish: string, rules: readonly Json[]): string {
  const taken = new Set(rules.map((each) => each["key"]));
  if (!taken.has(wish)) return wish;
  let n = 2;
  while (taken.has(`${wish}-${n}`)) n++;
  return `${wish}-${n}`;
}

type CardProps = { rule: Json; index: number; rules: readonly Json[]; open: Open };

function RuleCard({ rule, index, rules, open }: CardProps) {
  const key = String(rule["key"] ?? index);
  const isOpen = open.key === key;
  const { data } = usePreview();
  const findings = useFindings(`/rewards/${index}`);
  const words = data?.words?.rules.find((each) => each.key === rule["key"]);
  const id = useId();
  const worst = findings.some((each) => each.severity === "error") ? "rust" : findings.length > 0 ? "amber" : null;
  return (
    <Card padding="sm" role="group" aria-label={t("Reward {key}", { key })}>
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <UnstyledButton flex={1} aria-expanded={isOpen} aria-controls={id} onClick={() => open.show(isOpen ? undefined : key)} mih={44}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Box pt={2}>{isOpen ? <ChevronUp size={18} /> : <ChevronDown size={18} />}</Box>
            <Box style={{ minWidth: 0 }}>
              <Text fw={600} size="sm" data-sentence={key}>
                {words?.text ?? t("Not readable yet: something is missing below.")}
              </Text>
              <Text size="xs" c="dimmed">
                {words?.detail}
              </Text>
              <Group gap={6} mt={4}>
                <Badge variant="light" tt="none" color="gray" style={{ overflow: "visible" }}>
                  {recipientWords(rule["to"])}
                </Badge>
                {worst !== null && (
                  <Badge variant="light" tt="none" color={worst} style={{ overflow: "visible" }}>
                    {worst === "rust" ? t("Has an error") : t("Worth a look")}
                  </Badge>
                )}
              </Group>
            </Box>
          </Group>
        </UnstyledButton>
        <RuleMenu rule={rule} index={index} rules={rules} open={open} />
      </Group>
      <Collapse expanded={isOpen}>
        <Box id={id}>{isOpen && <RuleForm rule={rule} index={index} findings={<Findings of={findings} />} />}</Box>
      </Collapse>
    </Card>
  );
}

function RuleMenu({ rule, index, rules, open }: CardProps) {
  const { set, replace, document, readOnly } = useDraft();
  if (readOnly) return null;
  const key = String(rule["key"] ?? index);
  const move = (by: number): void => {
    const next = [...rules];
    const [taken] = next.splice(index, 1);
    next.splice(index + by, 0, taken!);
    set(["rewards"], next);
  };
  const copy = (): void => {
    const name = freeKey(key, rules);
    set(["rewards"], [...rules.slice(0, index + 1), { ...structuredClone(rule), key: name }, ...rules.slice(index + 1)]);
    open.show(name);
  };
  const remove = (): void => {
    set(
      ["rewards"],
      rules.filter((_, i) => i !== index),
    );
    tell(t("The reward {key} is removed.", { key }), async () => replace(document));
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("More about reward {key}", { key })}>
          <MoreHorizontal size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<ChevronUp size={16} />} disabled={index === 0} onClick={() => move(-1)}>
          {t("Move up")}
        </Menu.Item>
        <Menu.Item leftSection={<ChevronDown size={16} />} disabled={index === rules.length - 1} onClick={() => move(1)}>
          {t("Move down")}
        </Menu.Item>
        <Menu.Item leftSection={<Copy size={16} />} onClick={copy}>
          {t("Duplicate")}
        </Menu.Item>
        <Menu.Item leftSection={<Trash2 size={16} />} color="rust" onClick={remove}>
          {t("Remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const BALANCES = ["points", "credit", "leads", "entries", "cash"];

function RuleForm({ rule, index, findings }: { rule: Json; index: number; findings: ReactNode }) {
  const at = ["rewards", index];
  const form = isTree(rule["give"]) ? (Object.keys(rule["give"])[0] ?? "") : "";
  const balance = BALANCES.includes(form) || "expires" in rule;
  return (
    <Stack gap="md" mt="sm">
      {findings}
      <Part title={t("When")}>
        <WhenAt at={[...at, "when"]} />
      </Part>
      <Part title={t("Who")}>
        <ToAt at={[...at, "to"]} />
      </Part>
      <Part title={t("What")}>
        <GiveAt at={[...at, "give"]} />
      </Part>
      <Part title={t("On what terms")}>
        <TermsAt at={at} balance={balance} />
      </Part>
      <KeyAt index={index} />
    </Stack>
  );
}

function KeyAt({ index }: { index: number }) {
  return (
    <TextAt
      at={["rewards", index, "key"]}
      label={t("Key")}
      help={t("Its name in reports and events. What was earned under another key stays under that one.")}
      required
    />
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box>
      <Divider
        mb="xs"
        labelPosition="left"
        label={
          <Title order={4} size="sm">
            {title}
          </Title>
        }
      />
      {children}
    </Box>
  );
}
