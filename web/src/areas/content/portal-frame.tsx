/** The portal as people have it: the real element in a frame of its own, with what is not saved yet put into its first answer. */
import { Text } from "@mantine/core";
import { useMemo } from "react";
import { t } from "../../words/say.ts";
import type { Answer } from "../../api/query.ts";
import { isRightToLeft } from "./languages.ts";
import { type Device, Scaled, type Scheme } from "./preview.tsx";

export type Home = Answer<"/v1/portal">;
type Props = { home: Home; token: string | null; language: string; device: Device; scheme: Scheme };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Both schemes are the one that was chosen: the frame's reader has no say in it. */
function withScheme(home: Home, scheme: Scheme): Home {
  const tokens = home.brand.tokens[scheme];
  return { ...home, brand: { ...home.brand, tokens: { light: tokens, dark: tokens } } };
}

function documentOf({ home, token, language, scheme }: Omit<Props, "device">): string {
  const given = {
    workspace: home.workspace.slug,
    program: home.program.key,
    locale: language,
    server: location.origin,
    ...(token === null ? {} : { token }),
  };
  const attributes = Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
  const paper = home.brand.tokens[scheme]["--gv-paper"] ?? "";
  const first = JSON.stringify(withScheme(home, scheme)).replaceAll("<", "\\u003c");
  // The frame has no origin of its own: nobody's session is in it, and nothing of this page can be reached from it.
  return `<!doctype html><html lang="${escaped(language)}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="${scheme}">
<style>body{margin:0;background:${escaped(paper)}}</style><script defer src="${location.origin}/js/portal.js"></script></head><body>
<grapevine-portal${attributes}><script type="application/json">${first}</script></grapevine-portal>
</body></html>`;
}

export function PortalFrame({ device, ...of }: Props) {
  const { home, token, language, scheme } = of;
  const html = useMemo(() => documentOf({ home, token, language, scheme }), [home, token, language, scheme]);
  return (
    <>
      <Scaled device={device}>
        <iframe
          key={html}
          title={t("Preview of the portal")}
          sandbox="allow-scripts"
          srcDoc={html}
          style={{ width: "100%", height: "100%", border: 0, display: "block", colorScheme: scheme }}
        />
      </Scaled>
      {token !== null && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("This is her real portal for the next minutes: what is pressed in it is done in her name.")}
        </Text>
      )}
    </>
  );
}
