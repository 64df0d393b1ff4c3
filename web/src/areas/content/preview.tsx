/** A page as people will see it, in a frame that may do nothing: on a phone or a desktop, light or dark. */
import { Box, Group, NativeSelect, SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useMemo } from "react";
import { t } from "../../words/say.ts";
import { languageOptions } from "./languages.ts";

export type Device = "phone" | "desktop";
export type Scheme = "light" | "dark";
export const deviceOf = (text: string | undefined): Device => (text === "desktop" ? "desktop" : "phone");
export const schemeOf = (text: string | undefined): Scheme => (text === "dark" ? "dark" : "light");

const WIDTH = { phone: 390, desktop: 1100 } as const;
const HEIGHT = 700;

/**
 * HTML that the server drew, ready for the frame: what could run is taken out (the frame would stop it anyway), links lead nowhere, and the
 * reader's preference for light or dark is the one that was chosen here.
 */
export function framed(html: string, scheme: Scheme): string {
  const dark = scheme === "dark" ? "(min-width:0px)" : "(max-width:0px)";
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "")
    .replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi, dark)
    .replace(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi, scheme === "dark" ? "(max-width:0px)" : "(min-width:0px)")
    .replace(/(<meta name="color-scheme" content=")[^"]*/i, `$1${scheme}`)
    .replace(/<head([^>]*)>/i, '<head$1><base target="_blank">');
}

type FrameProps = { html: string; title: string; device: Device; scheme: Scheme; children?: ReactNode };

export function Preview({ html, title, device, scheme }: FrameProps) {
  const content = useMemo(() => framed(html, scheme), [html, scheme]);
  return (
    <Scaled device={device}>
      <iframe title={title} sandbox="" srcDoc={content} style={frameStyle(scheme)} tabIndex={-1} />
    </Scaled>
  );
}

const frameStyle = (scheme: Scheme) => ({ width: "100%", height: "100%", border: 0, colorScheme: scheme, display: "block" }) as const;

/** A frame of a device's width, made smaller where there is less room. */
export function Scaled({ device, children }: { device: Device; children: ReactNode }) {
  const { ref, width } = useElementSize();
  const wide = WIDTH[device];
  const scale = width === 0 ? 1 : Math.min(1, width / wide);
  return (
    <Box ref={ref} style={{ height: HEIGHT * scale, overflow: "hidden" }}>
      <Box
        className="gv-frame"
        dir="ltr"
        style={{
          width: wide,
          height: HEIGHT,
          transform: `scale(${scale})`,
          transformOrigin: "0 0",
          marginInline: width > wide ? (width - wide) / 2 : 0,
          border: "1px solid var(--mantine-color-default-border)",
          borderRadius: device === "phone" ? 24 : 8,
          overflow: "hidden",
          background: "var(--mantine-color-body)",
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

type BarProps = {
  device?: Device;
  scheme: Scheme;
  language?: string;
  set: (next: { device?: string; scheme?: string; language?: string }) => void;
};

/** Which device, which light, which language. */
export function PreviewBar({ device, scheme, language, set }: BarProps) {
  return (
    <Group gap="xs" align="flex-end">
      {language !== undefined && (
        <NativeSelect
          size="xs"
          aria-label={t("Language of the preview")}
          value={language}
          data={languageOptions}
          onChange={(event) => set({ language: event.currentTarget.value })}
        />
      )}
      {device !== undefined && (
        <SegmentedControl
          size="xs"
          aria-label={t("Device")}
          value={device}
          data={[
            { value: "phone", label: t("Phone") },
            { value: "desktop", label: t("Desktop") },
          ]}
          onChange={(value) => set({ device: value })}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t("Light or dark")}
        value={scheme}
        data={[
          { value: "light", label: t("Light") },
          { value: "dark", label: t("Dark") },
        ]}
        onChange={(value) => set({ scheme: value })}
      />
    </Group>
  );
}
