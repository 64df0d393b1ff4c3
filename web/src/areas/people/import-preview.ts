/** How a table would be understood, asked of the server. */
import { api, unwrap } from "../../api/client.ts";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type Preview = Awaited<ReturnType<typeof previewOf>>;

export function previewOf(body: { text: string; kind?: "people" | "orders"; mapping?: Record<string, unknown> }) {
  return unwrap(api.POST("/v1/imports/preview", { body }));
}

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? t("{n} kB", { n: number(Math.ceil(bytes / 1000)) })
    : t("{n} MB", { n: number(bytes / 1e6, { maximumFractionDigits: 1 }) });
