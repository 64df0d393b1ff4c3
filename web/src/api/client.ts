/**
 * The console's one way to the server: the public API through the sdk, with the operator's cookie. The workspace is the one that the
 * address names (`/app/<slug>`), so that two tabs can show two workspaces.
 */
import { type Client, createClient } from "@grapevine/sdk";
import { language } from "../words/say.ts";

/** `/app/acme/people` -> `acme`; null before a workspace is chosen. Names that are no workspace: see `NO_WORKSPACE`. */
export function workspaceOf(path: string): string | null {
  const found = /^\/app\/([^/]+)/.exec(path)?.[1] ?? null;
  return found === null || NO_WORKSPACE.has(found) ? null : decodeURIComponent(found);
}

/** First parts of addresses under /app that are pages of their own. No workspace may be called so. */
const NO_WORKSPACE: ReadonlySet<string> = new Set(["sign-in", "assets", "mail", "invitation", "welcome", "reset", "auth"]);

const slug = workspaceOf(location.pathname);

/** A fetch that says who asks: an operator (and no member who is signed in beside her), in which workspace, and in which language. */
const operatorIn =
  (workspace: string | null): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    request.headers.set("gv-as", "operator");
    request.headers.set("accept-language", language());
    if (workspace !== null) request.headers.set("gv-workspace", workspace);
    return fetch(request);
  };
const asOperator = operatorIn(slug);

/** The same operator in another workspace of hers: the sandbox, where something is tried out. */
export const clientIn = (workspace: string): Client => createClient({ url: location.origin, fetch: operatorIn(workspace), retries: 2 });

export const client: Client = createClient({ url: location.origin, fetch: asOperator, retries: 2 });
/** Every endpoint, typed from openapi.json. */
export const { api, unwrap } = client;
export const currentSlug = slug;

/** An answer that stays open, read as it comes. `last`: what was heard before. */
export function openStream(path: "/v1/stream", { signal, last }: { signal: AbortSignal; last?: string | undefined }): Promise<Response> {
  return asOperator(path, { signal, headers: { accept: "text/event-stream", ...(last === undefined ? {} : { "last-event-id": last }) } });
}
