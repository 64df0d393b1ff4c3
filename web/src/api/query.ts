/**
 * Reads and acts over the typed client. A read's key is its path and its parameters, so an act says what it changed by paths alone:
 * `changes: ["/v1/people"]` makes every read below it ask again.
 */
import { GrapevineError, type paths } from "@grapevine/sdk";
import { QueryClient, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client.ts";

type GetPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type Given<P extends GetPath> = paths[P] extends { get: { parameters: infer A } }
  ? { [K in "path" | "query"]?: K extends keyof A ? A[K] : never }
  : never;
/** What a path answers. */
export type Answer<P extends GetPath> = paths[P] extends { get: { responses: { 200: { content: { "application/json": infer R } } } } }
  ? R
  : never;
/** One row of a list that a path answers. */
export type Row<P extends GetPath> = Answer<P> extends { data: (infer R)[] } ? R : never;

type Get = (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** One read. `useQuery(read("/v1/people/{person}", { path: { person } }))` */
export function read<P extends GetPath>(path: P, params: Given<P> = {} as Given<P>) {
  return queryOptions({
    queryKey: [path as string, params as object],
    queryFn: async ({ signal }): Promise<Answer<P>> => (await unwrap((api.GET as unknown as Get)(path, { params, signal }))) as Answer<P>,
  });
}

/** A list by cursor: pages that follow each other. `useInfiniteQuery(pages("/v1/people", { query: { limit: 50 } }))` */
export function pages<P extends GetPath>(path: P, params: Given<P> = {} as Given<P>) {
  return infiniteQueryOptions({
    queryKey: [path as string, params as object, "pages"],
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }): Promise<Answer<P>> => {
      const asked = params as { query?: object };
      const query = pageParam === null ? asked.query : { ...asked.query, after: pageParam };
      return (await unwrap((api.GET as unknown as Get)(path, { params: { ...asked, query }, signal }))) as Answer<P>;
    },
    getNextPageParam: (last) => (last as { next?: string | null }).next ?? null,
  });
}

/** The cache of the whole console. What is shown may be ten seconds old; live news (live.ts) makes it ask sooner. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, error) => times < 1 && !(error instanceof GrapevineError && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: true,
    },
  },
});

/** Asks again whatever stands below these paths ("/v1/people" is above "/v1/people/{person}/balances"). */
export async function refresh(changed: readonly string[]): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === "string" && changed.some((each) => path === each || path.startsWith(`${each}/`)),
  });
}

/**
 * Keeps nothing of what was read and is not on the page now, and nothing about this thing: what is shown next is asked for, and does not
 * say for a moment what there was.
 */
export function forget(about?: string): void {
  const isAbout = (key: unknown): boolean => about !== undefined && JSON.stringify(key).includes(about);
  queries.removeQueries({ predicate: (each) => !each.isActive() || isAbout(each.queryKey) });
}
