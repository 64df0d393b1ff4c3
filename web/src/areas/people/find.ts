/** Finding people: one question for the list, in pages. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import type { PeopleFilter } from "./filter-search.ts";

export type Found = Awaited<ReturnType<typeof ask>>["data"][number];

const DAY = 86_400_000;
const LATER_MS = 5_000;

function ask(of: PeopleFilter & { text: string }, after: string | null) {
  const { text, program, joined, country, segment, sort } = of;
  return unwrap(
    api.POST("/v1/people/find", {
      body: {
        limit: 50,
        sort: sort ?? "newest",
        ...(text === "" ? {} : { text }),
        ...(program === undefined ? {} : { program }),
        ...(joined === undefined ? {} : { joined_since: new Date(Date.now() - joined * DAY).toISOString() }),
        ...(country === undefined ? {} : { country }),
        ...(segment === undefined ? {} : { segment }),
        ...(after === null ? {} : { after }),
      },
    }),
  );
}

export const isCatchingUp = (data: { pages: readonly { catching_up: boolean }[] } | undefined): boolean =>
  data?.pages.some((page) => page.catching_up) ?? false;

export function findPages(of: PeopleFilter & { text: string }) {
  return infiniteQueryOptions({
    queryKey: ["/v1/people/find", of],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ask(of, pageParam),
    getNextPageParam: (last) => last.next,
    // Who is not in it yet comes within seconds; after an import of many, minutes.
    refetchInterval: ({ state }: { state: { data?: { pages: readonly { catching_up: boolean }[] } | undefined } }) =>
      isCatchingUp(state.data) ? LATER_MS : false,
  });
}
