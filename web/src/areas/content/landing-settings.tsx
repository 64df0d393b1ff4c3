/** What belongs to the page as a whole: on or off, how the offer is taken, its end, its title. */
import { Collapse, SegmentedControl, Stack, Switch, Text, TextInput, UnstyledButton } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import type { LandingPage } from "./blocks.ts";
import type { Language } from "./languages.ts";
import { type PageText, PageTextField } from "./page-text.tsx";

type Props = { page: LandingPage; language: Language; errors: Record<string, string>; change: (next: LandingPage) => void };

export function PageSettings({ page, language, errors, change }: Props) {
  const [open, setOpen] = useState(false);
  const set = (name: string, value: unknown): void => {
    const { [name]: _old, ...rest } = page;
    change(value === undefined ? rest : { ...rest, [name]: value });
  };
  const claim = (page["claim"] ?? {}) as { by?: string };
  return (
    <Section>
      <UnstyledButton w="100%" aria-expanded={open} onClick={() => setOpen(!open)} style={{ display: "flex", alignItems: "center" }}>
        <Text fw={600} style={{ flex: 1 }}>
          {t("Page")}
        </Text>
        <ChevronDown size={16} style={{ transform: open ? "rotate(180deg)" : undefined }} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={open}>
        <Stack gap="sm" pt="sm">
          <Switch
            label={t("Show this page")}
            description={t("Off: a link leads straight to your shop.")}
            checked={page["enabled"] !== false}
            onChange={(event) => set("enabled", event.currentTarget.checked ? undefined : false)}
          />
          <div>
            <Text size="sm" fw={500} id="claim-by">
              {t("What the button does")}
            </Text>
            <SegmentedControl
              aria-labelledby="claim-by"
              value={claim.by ?? "code"}
              data={[
                { value: "code", label: t("Leads to the shop with the code") },
                { value: "email", label: t("Asks for an address first") },
              ]}
              onChange={(by) => set("claim", { ...claim, by })}
            />
          </div>
          <TextInput
            label={t("End of the offer")}
            type="datetime-local"
            description={t("In UTC. A claim after it is told that it is over. May be left empty.")}
            value={String(page["ends_at"] ?? "").slice(0, 16)}
            error={errors["ends_at"]}
            onChange={(event) => set("ends_at", event.currentTarget.value === "" ? undefined : `${event.currentTarget.value}:00.000Z`)}
          />
          <PageTextField
            label={t("Title")}
            value={page["title"] as PageText | undefined}
            language={language}
            most={120}
            help={t("Of the browser's tab and of the preview that is shown where a link is shared.")}
            error={errors["title"]}
            change={(next) => set("title", next)}
          />
          <PageTextField
            label={t("Description")}
            value={page["description"] as PageText | undefined}
            language={language}
            most={300}
            long
            error={errors["description"]}
            change={(next) => set("description", next)}
          />
          <TextInput
            label={t("Address of your privacy notice")}
            type="url"
            dir="ltr"
            value={String(page["privacy_url"] ?? "")}
            error={errors["privacy_url"]}
            onChange={(event) => set("privacy_url", event.currentTarget.value || undefined)}
          />
        </Stack>
      </Collapse>
    </Section>
  );
}
