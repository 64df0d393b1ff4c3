/** The developers' corner: what stands where. */
import { Anchor, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import { DeveloperPage, useDeveloperPages } from "./nav.tsx";

const texts = (): Record<string, string> => ({
  "/developers/events": t("What came in, what was decided and why, and what failed."),
  "/developers/webhooks": t("Your addresses that are told what happens here."),
  "/developers/sources": t("Stripe, Shopify or WooCommerce, connected by their own webhooks."),
  "/developers/requests": t("The last calls of your keys that were refused, and why."),
  "/developers/sandbox": t("The same rules with a clock of their own: try a month in a minute."),
  "/developers/snippets": t("What to paste into your pages and your server, with your own key in it."),
  "/developers/mail": t("Every mail as it was sent, and every try."),
  "/developers/imports": t("Files of the past, and how far they are."),
  "/developers/health": t("Whether the server is well, and what waits in it."),
});

export function Overview() {
  const may = useMay();
  const said = texts();
  return (
    <DeveloperPage title={t("Developers")} text={t("Everything this console does, it does by the public API.")}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {useDeveloperPages().map(({ to, label }) => (
          <Section key={to}>
            <Anchor component={Link} {...({ to } as object)} fw={600}>
              {label}
            </Anchor>
            <Text size="sm" c="dimmed">
              {said[to]}
            </Text>
          </Section>
        ))}
        {may("keys:read") && (
          <Section>
            <Anchor component={Link} {...({ to: "/settings/keys" } as object)} fw={600}>
              {t("API keys")}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t("Make, name and revoke them in the settings.")}
            </Text>
          </Section>
        )}
        <Section>
          <Anchor href="/docs" fw={600}>
            {t("Reference")}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t("Every endpoint with an example, and the OpenAPI document.")}
          </Text>
        </Section>
      </SimpleGrid>
    </DeveloperPage>
  );
}
