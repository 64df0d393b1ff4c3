/** The form of an announcement or an ask: to whom, when, in which words, how carefully. */
import { Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { useQuery } from "@tanstack/react-query";
import { read } from "../../api/query.ts";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import { TextsFields } from "./editor-texts.tsx";
import type { Values } from "./form.ts";

type Form = ReturnType<typeof useKeptForm<Values>>;
type Props = {
  name: string;
  initial: Values;
  save: {
    mutate: (values: Values, options?: { onError?: (error: Error) => void; onSuccess?: () => void }) => void;
    error: Error | null;
    isPending: boolean;
  };
};

export function AnnouncementForm({ name, initial, save }: Props) {
  const form = useKeptForm<Values>(name, initial);
  const submit = (values: Values): void =>
    save.mutate(values, { onError: (error) => takeErrors(form, error), onSuccess: () => form.forget() });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack>
        <Section>
          <TextInput
            label={t("Name")}
            description={t("For you; nobody else reads it.")}
            required
            maxLength={200}
            {...form.getInputProps("name")}
          />
        </Section>
        {initial.on !== "" && <MomentFields form={form} />}
        <AudienceFields form={form} isAsk={initial.on !== ""} />
        <TextsFields form={form} />
        <WayFields form={form} />
        <CareFields form={form} />
        <SaveBar error={save.error} pending={save.isPending} dirty={form.isDirty() || form.wasKept} label={t("Save the draft")} />
      </Stack>
    </form>
  );
}

function AudienceFields({ form, isAsk }: { form: Form; isAsk: boolean }) {
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const segments = useQuery(read("/v1/segments", { query: { limit: 200 } }));
  const none = { value: "", label: isAsk ? t("Everybody who has the moment") : t("Whatever the program") };
  return (
    <Section
      title={t("To whom")}
      text={
        isAsk ? t("Whoever has the moment; of a program, only its advocates.") : t("A program's advocates, a segment, or those of both.")
      }
    >
      <SimpleGrid cols={{ base: 1, sm: isAsk ? 1 : 2 }}>
        <Select
          label={t("Program")}
          description={t("The button leads to its page.")}
          data={[
            none,
            ...(programs.data?.data ?? []).map(({ key, definition, draft }) => ({
              value: key,
              label: nameOf(definition ?? draft) ?? key,
            })),
          ]}
          allowDeselect={false}
          {...form.getInputProps("program")}
          error={form.errors["audience"] ?? form.errors["audience.program"]}
        />
        {!isAsk && (
          <Select
            label={t("Segment")}
            description={t("Made under People, Segments.")}
            data={[
              { value: "", label: t("Everybody of the program") },
              ...(segments.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            allowDeselect={false}
            {...form.getInputProps("segment")}
          />
        )}
      </SimpleGrid>
    </Section>
  );
}

const nameOf = (definition: unknown): string | undefined => {
  const name = (definition as { name?: unknown } | null)?.name;
  return typeof name === "string" ? name : undefined;
};

function MomentFields({ form }: { form: Form }) {
  const { on } = form.values;
  return (
    <Section
      title={t("After which moment")}
      text={t("Nobody who returned something, answered badly or waits for an answer in the last 90 days is asked.")}
    >
      <Stack>
        <Select
          label={t("What happens first")}
          maw={320}
          data={[
            { value: "purchase", label: t("An order") },
            { value: "stage", label: t("A stage") },
            { value: "survey", label: t("A good answer") },
            { value: "activity", label: t("An activity") },
          ]}
          allowDeselect={false}
          {...form.getInputProps("on")}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {on === "purchase" && (
            <NumberInput
              label={t("Which order")}
              description={t("2: the second one.")}
              min={1}
              max={100}
              {...form.getInputProps("nth")}
            />
          )}
          {on === "survey" && (
            <NumberInput
              label={t("An answer of at least")}
              description={t("Of 10.")}
              min={0}
              max={10}
              {...form.getInputProps("atLeast")}
            />
          )}
          {on === "stage" && (
            <TextInput label={t("The stage")} description={t("Its key, such as delivered.")} required {...form.getInputProps("what")} />
          )}
          {on === "activity" && (
            <TextInput label={t("The activity")} description={t("Its name, such as review.")} required {...form.getInputProps("what")} />
          )}
          <NumberInput
            label={t("Hours later")}
            description={t("72: three days, so that it has arrived.")}
            min={0}
            max={8760}
            {...form.getInputProps("delayHours")}
          />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}

function WayFields({ form }: { form: Form }) {
  const { mail, notice } = form.values;
  const none = !mail && !notice ? t("Choose mail, the portal, or both.") : undefined;
  return (
    <Section title={t("Which way")}>
      <Stack>
        <Checkbox
          label={t("By mail")}
          {...form.getInputProps("mail", { type: "checkbox" })}
          error={none ?? form.errors["settings.mail"]}
        />
        <Checkbox
          label={t("On her own side, in the portal")}
          description={t("Above everything else until she puts it away, 30 days at most. Also to those whom no mail may reach.")}
          {...form.getInputProps("notice", { type: "checkbox" })}
        />
      </Stack>
    </Section>
  );
}

function CareFields({ form }: { form: Form }) {
  const { quiet } = form.values;
  return (
    <Section title={t("How carefully")}>
      <Stack>
        <Checkbox
          label={t("This is marketing")}
          description={t(
            "Then only those who agreed to marketing by mail get it. A message about the program itself needs no agreement.",
          )}
          {...form.getInputProps("marketing", { type: "checkbox" })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NumberInput
            label={t("Days in which nobody is asked twice")}
            description={t("0: ask whoever it is.")}
            min={0}
            max={365}
            {...form.getInputProps("capDays")}
          />
          <NumberInput
            label={t("At most an hour")}
            description={t("Empty: as fast as the mail server takes them.")}
            min={1}
            {...form.getInputProps("anHour")}
          />
        </SimpleGrid>
        <Checkbox
          label={t("Quiet hours, in the receiver's own time zone")}
          description={t("Where hers is not known, the workspace's.")}
          {...form.getInputProps("quiet", { type: "checkbox" })}
        />
        {quiet && (
          <Group>
            <TimeInput label={t("From")} {...form.getInputProps("quietFrom")} />
            <TimeInput label={t("Until")} {...form.getInputProps("quietTo")} />
          </Group>
        )}
        <TextInput
          label={t("Where the button leads")}
          description={t("Empty: her own page of the program.")}
          placeholder="https://shop.example/may"
          type="url"
          {...form.getInputProps("url")}
          error={form.errors["settings.url"]}
        />
      </Stack>
    </Section>
  );
}
