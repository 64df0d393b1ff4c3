/**
 * Scalar's API reference. Its package carries 4.3 MB of script as one string and takes 60 ms to load, so it is loaded when
 * somebody first opens the page, into a server of its own that is asked twice and thrown away.
 */
import crypto from "node:crypto";
import zlib from "node:zlib";
import Fastify from "fastify";

export type Reference = { page: string; policy: string; gzipped: Buffer; script(): Buffer };

let loading: Promise<Reference> | undefined;

/** The page, its policy, and the script (kept gzipped). */
export function loadReference(): Promise<Reference> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Reference> {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const app = Fastify();
  // No fonts and no telemetry from elsewhere: the page asks nobody but this server.
  await app.register(scalar, {
    routePrefix: "/docs/api",
    configuration: {
      url: "/openapi.json",
      pageTitle: "Grapevine API",
      withDefaultFonts: false,
      telemetry: false,
      // Scalar's own services, which the page's policy keeps out: as buttons they would only fail.
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: "never",
      hideClientButton: true,
      authentication: { preferredSecurityScheme: "bearer" },
    } as never,
  });
  const { payload } = await app.inject("/docs/api/");
  // The package names its script relative to /docs/api/; this server's page is /docs/api, where that would be /docs/js/scalar.js.
  const page = payload.replace('src="js/scalar.js"', 'src="/docs/api/js/scalar.js"');
  const { rawPayload } = await app.inject("/docs/api/js/scalar.js");
  await app.close();
  const gzipped = zlib.gzipSync(rawPayload);
  return { page, policy: policyFor(page), gzipped, script: () => zlib.gunzipSync(gzipped) };
}

/** The page's own inline scripts by their hashes, and nothing from outside. */
function policyFor(page: string): string {
  const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map((match) => match[1]!);
  const hashes = inline.map((text) => `'sha256-${crypto.hash("sha256", text, "base64")}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
