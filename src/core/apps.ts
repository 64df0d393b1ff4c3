/** A business's own apps, which may open its links in place of the browser. */
import { z } from "zod";

export const apps = z
  .strictObject({
    ios: z
      .array(z.string().regex(/^[A-Z0-9]{10}\.[A-Za-z0-9.-]{1,155}$/, 'Team and bundle such as "ABCDE12345.com.example.shop".'))
      .max(10)
      .default([]),
    android: z
      .array(
        z.strictObject({
          package: z
            .string()
            .regex(/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+$/, 'A package name such as "com.example.shop".')
            .max(150),
          fingerprints: z
            .array(
              z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/, "The SHA-256 of the signing certificate, in capitals with colons."),
            )
            .min(1)
            .max(10),
        }),
      )
      .max(10)
      .default([]),
  })
  .meta({ id: "Apps" });

export type Apps = z.output<typeof apps>;

/** What an iPhone asks for: which app opens which addresses. Pages that are for browsers only stay there. */
export function appleAssociation({ ios }: Apps, paths: readonly string[]): object {
  return { applinks: { apps: [], details: [{ appIDs: ios, components: paths.map((path) => ({ "/": path })) }] } };
}

/** What Android asks for. */
export function assetLinks({ android }: Apps): object[] {
  return android.map((app) => ({
    relation: ["delegate_permission/common.handle_all_urls"],
    target: { namespace: "android_app", package_name: app.package, sha256_cert_fingerprints: app.fingerprints },
  }));
}
