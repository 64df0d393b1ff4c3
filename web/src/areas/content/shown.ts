/** What the server draws of something that is not saved: asked again a moment after the last change, the old picture stays until then. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";

const MOMENT = 300;

/** `ask` is what makes two pictures differ; it is the key as well. Null: nothing is asked yet. */
export function useDrawn<A extends object, R>(name: string, ask: A | null, draw: (ask: A) => Promise<R>) {
  const [settled] = useDebouncedValue(ask, MOMENT);
  return useQuery({
    queryKey: [name, settled],
    queryFn: () => draw(settled as A),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
}

export type LandingAsk = { program: string; definition: object; locale: string; variant: string; brand?: object };

export const drawLanding = ({ program, ...body }: LandingAsk) =>
  unwrap(api.POST("/v1/programs/{program}/landing/preview", { params: { path: { program } }, body: body as never }));
