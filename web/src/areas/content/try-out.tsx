/** The real element on an empty page of its own: no session is in it, and nothing of this page can be reached from it. */
import { useMemo } from "react";
import { t } from "../../words/say.ts";
import { Scaled } from "./preview.tsx";
import type { Filled } from "./snippet-list.ts";

export function TryOut({ element, filled }: { element: string; filled: Filled }) {
  const html = useMemo(
    () => `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{margin:16px;font-family:sans-serif}</style>
<script defer src="${filled.server}/js/embeds.js"></script>
<script defer src="${filled.server}/js/portal.js"></script></head><body>${element}</body></html>`,
    [element, filled.server],
  );
  return (
    <Scaled device="desktop">
      <iframe
        key={html}
        title={t("The snippet at work")}
        sandbox="allow-scripts"
        srcDoc={html}
        style={{ width: "100%", height: "100%", border: 0, background: "#fff" }}
      />
    </Scaled>
  );
}
