/** An example call of the reference: data from which its `curl` text is rendered, and which a test plays through as a story. */

type Scalar = string | number | boolean | null;
type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/**
 * Texts may name variables as the shell does: `$URL` and `$KEY` are given, the others are what an earlier call saved. A parameter of the
 * path that `path` leaves out is the variable of its name: `{reward}` is `$REWARD`.
 */
export type Example = {
  /** The endpoint, with its parameters as in openapi.json: `POST /v1/rewards/{reward}/deny`. */
  call: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;
  /** What this one shows, where an endpoint has several. */
  title?: string;
  path?: { readonly [name: string]: string | number };
  query?: { readonly [name: string]: string | number };
  body?: { readonly [name: string]: Json };
  headers?: { readonly [name: string]: string };
  /** The body's signature in this header: base64 of HMAC-SHA256 over its bytes with `$SECRET`. */
  signedIn?: string;
  /** What later calls need of the answer: variable -> JSON pointer. */
  save?: { readonly [variable: string]: `/${string}` };
  /** Why the test that plays the story leaves this one out. */
  unplayed?: string;
};

/** How the call says who it is: the key as a bearer's, as a user name (Segment's clients), or not at all. */
export type Credentials = "bearer" | "basic" | "none";

const VARIABLE = /\$[A-Z]/;
/** Longer than this a body stands on lines of its own. */
const FLAT = 88;

/** The command as one writes it into a POSIX shell. */
export function curlOf(example: Example, credentials: Credentials): string {
  const [method, template] = example.call.split(" ") as [string, string];
  const file = /\/([\w.-]+\.(?:png|svg|csv))$/.exec(template)?.[1];
  const words = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"$URL${pathOf(example, template)}"`,
    credentials === "bearer" ? '-H "authorization: Bearer $KEY"' : null,
    credentials === "basic" ? '-u "$KEY:"' : null,
    file === undefined ? null : `-o ${file}`,
    ...Object.entries(example.headers ?? {}).map(([name, value]) => `-H '${name}: ${value}'`),
  ];
  if (example.body === undefined) return join(words);
  const text = textOf(example.body);
  words.push("-H 'content-type: application/json'");
  if (example.signedIn !== undefined) return signed(example.signedIn, text, words);
  // Between single quotes a shell replaces nothing; between these lines it does.
  if (VARIABLE.test(text)) return join([...words, `-d @- <<JSON\n${text}\nJSON`]);
  return join([...words, `-d '${text.replaceAll("'", String.raw`'\''`)}'`]);
}

function signed(header: string, text: string, words: readonly (string | null)[]): string {
  const signature = `SIGNATURE=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64)`;
  return `BODY='${text}'\n${signature}\n${join([...words, `-H "${header}: $SIGNATURE"`, '-d "$BODY"'])}`;
}

function pathOf(example: Example, template: string): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => String(example.path?.[name] ?? `$${name.toUpperCase()}`));
  const query = Object.entries(example.query ?? {}).map(([name, value]) => `${name}=${value}`);
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

function textOf(body: NonNullable<Example["body"]>): string {
  const flat = JSON.stringify(body);
  return flat.length <= FLAT ? flat : JSON.stringify(body, null, 2);
}

function join(words: readonly (string | null)[]): string {
  return words.filter((word) => word !== null).join(" \\\n  ");
}
