/** The fields of a brand. Empty means: as ours. */
import { Button, ColorInput, FileButton, Group, NativeSelect, NumberInput, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";

const TEXTS = ["name", "logo_url", "primary", "on_primary", "paper", "ink", "font", "support_email", "privacy_url"] as const;
export type BrandValues = Record<(typeof TEXTS)[number], string> & { radius: number | string; powered_by: boolean };

/** Of what is saved, for the form. */
export function valuesOf(saved: object): BrandValues {
  const brand = saved as Record<string, unknown>;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, typeof brand[name] === "string" ? brand[name] : ""]));
  return {
    ...(texts as Record<(typeof TEXTS)[number], string>),
    radius: (brand["radius"] as number | undefined) ?? "",
    powered_by: brand["powered_by"] !== false,
  };
}

/** What is sent: what is empty is left out. */
export function brandOf(values: BrandValues): Record<string, unknown> {
  const texts = TEXTS.flatMap((name) => (values[name].trim() === "" ? [] : [[name, values[name].trim()]]));
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    ...(values.radius === "" ? {} : { radius: Number(values.radius) }),
    ...(values.powered_by ? {} : { powered_by: false }),
  };
}

const BELOW = ["label", "input", "error", "description"] as ("label" | "input" | "error" | "description")[];
/** Of a picture that is kept with the brand, and travels with every page. */
const MOST_BYTES = 25_000;

/** Fonts that are on most devices: nothing is loaded from anywhere. */
const FONTS = [
  "",
  "Georgia, serif",
  "Helvetica, Arial, sans-serif",
  "Verdana, sans-serif",
  "Times New Roman, serif",
  "Courier New, monospace",
  "system-ui",
];

export function BrandFields({ form, readOnly }: { form: UseFormReturnType<BrandValues>; readOnly: boolean }) {
  const font = form.values.font;
  const colour = (name: "primary" | "on_primary" | "paper" | "ink", label: string, description: string) => (
    <ColorInput
      label={label}
      description={description}
      placeholder={t("as ours")}
      inputWrapperOrder={BELOW}
      eyeDropperButtonProps={{ "aria-label": t("{label}: take it from the screen", { label }) }}
      readOnly={readOnly}
      {...form.getInputProps(name)}
    />
  );
  return (
    <>
      <Section title={t("Name and logo")}>
        <Stack gap="sm">
          <TextInput
            label={t("Name")}
            description={t("As people know the business. Empty: the workspace's name.")}
            readOnly={readOnly}
            {...form.getInputProps("name")}
          />
          <Logo form={form} readOnly={readOnly} />
        </Stack>
      </Section>
      <Section title={t("Colours")}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {colour("primary", t("Main colour"), t("Buttons and links"))}
          {colour("on_primary", t("Text on it"), t("Empty: black or white"))}
          {colour("paper", t("Ground"), t("Behind everything"))}
          {colour("ink", t("Text"), t("On the ground"))}
        </SimpleGrid>
      </Section>
      <Section title={t("Letters and corners")}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect
            inputWrapperOrder={BELOW}
            label={t("Font")}
            disabled={readOnly}
            description={t("Of those that devices have; none is loaded.")}
            data={[...new Set([...FONTS, font])].map((value) => ({
              value,
              label: value === "" ? t("Inter, or the device's own") : value.split(",")[0]!,
            }))}
            {...form.getInputProps("font")}
          />
          <NumberInput
            label={t("Corners")}
            description={t("Rounded by so many pixels: 0 to 32")}
            min={0}
            max={32}
            placeholder="8"
            readOnly={readOnly}
            {...form.getInputProps("radius")}
          />
        </SimpleGrid>
      </Section>
      <OnEvery form={form} readOnly={readOnly} />
    </>
  );
}

function OnEvery({ form, readOnly }: { form: UseFormReturnType<BrandValues>; readOnly: boolean }) {
  return (
    <Section title={t("On every page and mail")}>
      <Stack gap="sm">
        <TextInput
          label={t("Address for questions")}
          type="email"
          dir="ltr"
          readOnly={readOnly}
          {...form.getInputProps("support_email")}
        />
        <TextInput
          label={t("Privacy notice")}
          type="url"
          dir="ltr"
          description={t("An https address.")}
          readOnly={readOnly}
          {...form.getInputProps("privacy_url")}
        />
        <Switch
          label={t("Show “Powered by Grapevine”, small")}
          disabled={readOnly}
          {...form.getInputProps("powered_by", { type: "checkbox" })}
        />
      </Stack>
    </Section>
  );
}

/** By its address, or the picture itself from this device. */
function Logo({ form, readOnly }: { form: UseFormReturnType<BrandValues>; readOnly: boolean }) {
  const own = form.values.logo_url.startsWith("data:");
  const take = (file: File | null): void => {
    if (file === null) return;
    if (file.size > MOST_BYTES) return form.setFieldError("logo_url", t("At most 25 kB: make it smaller, about 200 pixels wide."));
    const reader = new FileReader();
    reader.onload = () => (form.clearFieldError("logo_url"), form.setFieldValue("logo_url", String(reader.result)));
    reader.readAsDataURL(file);
  };
  return (
    <div>
      <TextInput
        label={t("Address of the logo")}
        type="url"
        dir="ltr"
        description={
          own
            ? t("The picture is kept here. Most mail programs show no such picture, so mails say the name.")
            : t("An https address. Shown 32 pixels high.")
        }
        readOnly={readOnly}
        {...form.getInputProps("logo_url")}
        {...(own ? { value: "", placeholder: t("A picture of your own") } : {})}
      />
      <Group gap="xs" mt={4}>
        {own && <img src={form.values.logo_url} alt={t("Your logo")} height={32} />}
        <FileButton onChange={take} accept="image/png,image/jpeg,image/webp" disabled={readOnly}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="light">
              {t("Take a picture from this device")}
            </Button>
          )}
        </FileButton>
        {own && !readOnly && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => form.setFieldValue("logo_url", "")}>
            {t("Remove it")}
          </Button>
        )}
      </Group>
    </div>
  );
}
