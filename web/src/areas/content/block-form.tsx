/** The fields of one block of a landing page. */
import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { t } from "../../words/say.ts";
import type { Block } from "./blocks.ts";
import type { Language } from "./languages.ts";
import { type PageText, PageTextField } from "./page-text.tsx";

type Props = { block: Block; language: Language; errors: Record<string, string>; change: (next: Block) => void };

type WordsOf = { most: number; long?: boolean; required?: boolean; help?: string };

/** One field set, or taken out of the block where it is undefined. */
function setIn({ block, change }: Props, name: string, value: unknown): void {
  const { [name]: _old, ...rest } = block;
  change((value === undefined ? rest : { ...rest, [name]: value }) as Block);
}

function Words({ of, name, label, ...rest }: { of: Props; name: string; label: string } & WordsOf) {
  return (
    <PageTextField
      label={label}
      value={of.block[name] as PageText | undefined}
      language={of.language}
      error={of.errors[name]}
      change={(next) => setIn(of, name, next)}
      {...rest}
    />
  );
}

function Address({ of, name, label, help, required }: { of: Props; name: string; label: string; help: string; required: boolean }) {
  return (
    <TextInput
      label={label}
      type="url"
      dir="ltr"
      required={required}
      value={String(of.block[name] ?? "")}
      error={of.errors[name]}
      description={help}
      onChange={(event) => setIn(of, name, event.currentTarget.value || (required ? "" : undefined))}
    />
  );
}

/** `errors` by field: "title", "items/0/answer". */
export function BlockForm(props: Props) {
  const { block, language, errors } = props;
  const set = setIn.bind(null, props);
  const text = (name: string, label: string, of: WordsOf) => <Words of={props} name={name} label={label} {...of} />;
  const ours = t("Left empty: our words, in the reader's language.");
  const https = t("Begins with https://");
  const address = (name: string, label: string) => <Address of={props} name={name} label={label} help={https} required />;
  switch (block.block) {
    case "hero":
      return (
        <Stack gap="xs">
          {text("title", t("Headline"), { most: 120, help: ours })}
          {text("text", t("Below it"), { most: 500, long: true })}
          <Address
            of={props}
            name="image"
            label={t("Picture")}
            help={t("An https address, twice as wide as high. May be left empty.")}
            required={false}
          />
        </Stack>
      );
    case "offer":
      return (
        <Stack gap="xs">
          {text("title", t("Heading"), { most: 120, help: ours })}
          {text("text", t("Text"), { most: 1000, long: true, help: t("Above what the friend gets, which comes from the rules.") })}
        </Stack>
      );
    case "text":
      return (
        <Stack gap="xs">
          {text("title", t("Heading"), { most: 120 })}
          {text("text", t("Text"), { most: 4000, long: true, required: true, help: t("An empty line parts paragraphs.") })}
        </Stack>
      );
    case "image":
      return (
        <Stack gap="xs">
          {address("src", t("Address of the picture"))}
          {text("alt", t("What it shows"), { most: 300, required: true, help: t("Read to those who cannot see it.") })}
        </Stack>
      );
    case "video":
      return (
        <Stack gap="xs">
          {address("url", t("Address of the video"))}
          {text("title", t("Words of the link"), { most: 120, required: true })}
        </Stack>
      );
    case "proof":
      return (
        <Stack gap="xs">
          {text("title", t("Heading"), { most: 120, help: ours })}
          <NumberInput
            label={t("How many at most")}
            min={1}
            max={12}
            value={Number(block["most"] ?? 3)}
            onChange={(value) => set("most", Number(value) || 3)}
            description={t("The newest approved testimonials. Without any, the block is left out.")}
          />
        </Stack>
      );
    case "steps":
      return (
        <Steps
          block={block}
          language={language}
          errors={errors}
          set={set}
          title={text("title", t("Heading"), { most: 120, help: ours })}
        />
      );
    case "faq":
      return (
        <Questions
          block={block}
          language={language}
          errors={errors}
          set={set}
          title={text("title", t("Heading"), { most: 120, help: ours })}
        />
      );
    case "action":
      return text("label", t("Words of the button"), { most: 80, help: ours });
    case "countdown":
      return <Countdown />;
  }
}

type ItemsProps = Omit<Props, "change"> & { set: (name: string, value: unknown) => void; title: React.ReactNode };

function Steps({ block, language, errors, set, title }: ItemsProps) {
  const items = (block["items"] as PageText[] | undefined) ?? [];
  const write = (next: PageText[]): void => set("items", next.length === 0 ? undefined : next);
  return (
    <Stack gap="xs">
      {title}
      {items.length === 0 && <Ours />}
      {items.map((item, i) => (
        <Group key={i} gap="xs" wrap="nowrap" align="flex-start">
          <div style={{ flex: 1 }}>
            <PageTextField
              label={t("Step {n}", { n: i + 1 })}
              value={item}
              language={language}
              most={300}
              required
              error={errors[`items/${i}`]}
              change={(next) => write(items.map((each, at) => (at === i ? (next ?? "") : each)))}
            />
          </div>
          <Remove label={t("Remove step {n}", { n: i + 1 })} go={() => write(items.filter((_, at) => at !== i))} />
        </Group>
      ))}
      {items.length < 8 && <Add label={t("Add a step of your own")} go={() => write([...items, t("First, …")])} />}
    </Stack>
  );
}

type Question = { question: PageText; answer: PageText };

function Questions({ block, language, errors, set, title }: ItemsProps) {
  const items = (block["items"] as Question[] | undefined) ?? [];
  const write = (next: Question[]): void => set("items", next.length === 0 ? undefined : next);
  const change = (i: number, part: Partial<Question>): void => write(items.map((each, at) => (at === i ? { ...each, ...part } : each)));
  return (
    <Stack gap="xs">
      {title}
      {items.length === 0 && <Ours />}
      {items.map((item, i) => (
        <Group key={i} gap="xs" wrap="nowrap" align="flex-start">
          <Stack gap={4} style={{ flex: 1 }}>
            <PageTextField
              label={t("Question {n}", { n: i + 1 })}
              value={item.question}
              language={language}
              most={300}
              required
              error={errors[`items/${i}/question`]}
              change={(next) => change(i, { question: next ?? "" })}
            />
            <PageTextField
              label={t("Answer {n}", { n: i + 1 })}
              value={item.answer}
              language={language}
              most={2000}
              long
              required
              error={errors[`items/${i}/answer`]}
              change={(next) => change(i, { answer: next ?? "" })}
            />
          </Stack>
          <Remove label={t("Remove question {n}", { n: i + 1 })} go={() => write(items.filter((_, at) => at !== i))} />
        </Group>
      ))}
      {items.length < 20 && (
        <Add
          label={t("Add a question of your own")}
          go={() => write([...items, { question: t("A question"), answer: t("Its answer") }])}
        />
      )}
    </Stack>
  );
}

const Ours = () => (
  <Text size="sm" c="dimmed">
    {t("Made from the program's rules, so that they cannot disagree. Your own take their place.")}
  </Text>
);

function Add({ label, go }: { label: string; go: () => void }) {
  return (
    <Button size="xs" variant="subtle" leftSection={<Plus size={14} />} onClick={go} style={{ alignSelf: "flex-start" }}>
      {label}
    </Button>
  );
}

function Remove({ label, go }: { label: string; go: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={36} mt={22} aria-label={label} onClick={go}>
      <X size={16} />
    </ActionIcon>
  );
}

const Countdown = () => (
  <Text size="sm" c="dimmed">
    {t("Shows when the offer ends. Set its end below, under Page; without one the block is left out.")}
  </Text>
);
