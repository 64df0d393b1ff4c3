/** What the server says of the draft as it stands, saved or not. Asked a moment after the last change; the last answer stays meanwhile. */
import type { components } from "@grapevine/sdk";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../../api/client.ts";
import { language } from "../../../words/say.ts";
import { useDraft } from "./draft.tsx";
import type { Json } from "./path.ts";

export type Preview = components["schemas"]["ProgramPreview"];
export type Finding = components["schemas"]["Finding"];
export type Ask = { spend?: string; friends?: number };

export function previewRead(definition: Json, ask: Ask = {}) {
  const body = { definition, locale: language(), friends: 1, ...ask };
  return queryOptions({
    queryKey: ["/v1/programs/preview", body],
    queryFn: async ({ signal }): Promise<Preview> => unwrap(api.POST("/v1/programs/preview", { body, signal })),
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

export function usePreview(ask: Ask = {}) {
  const { document } = useDraft();
  const [settled] = useDebouncedValue(document, 250);
  return useQuery({ ...previewRead(settled, ask), placeholderData: keepPreviousData });
}

/** Findings at a place and below it. */
export function useFindings(prefix = ""): Finding[] {
  const { data } = usePreview();
  return (data?.findings ?? []).filter(({ pointer }) => pointer === prefix || pointer.startsWith(`${prefix}/`));
}
