/** Secrets at rest: AES-256-GCM with a random nonce, bound to their row, under a key of its own made of the installation's secret. */
import crypto from "node:crypto";
import type { Cipher } from "../flow/ports.ts";

const NONCE = 12;
const TAG = 16;

/**
 * "c1.<key id>.<nonce, text, tag>". `older` secrets open what was sealed under them, so that the secret can be changed without a pause.
 */
export function createCipher(secret: Uint8Array, older: readonly Uint8Array[] = []): Cipher {
  const keys = [secret, ...older].map((each) => {
    const key = Buffer.from(crypto.hkdfSync("sha256", each, "", "grapevine secrets at rest", 32));
    return { key, id: crypto.hash("sha256", key, "hex").slice(0, 8) };
  });
  const [newest] = keys;
  return {
    seal(text, about) {
      const nonce = crypto.randomBytes(NONCE);
      const cipher = crypto.createCipheriv("aes-256-gcm", newest!.key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `c1.${newest!.id}.${sealed.toString("base64url")}`;
    },
    open(sealed, about) {
      const [version, id, rest = ""] = sealed.split(".");
      const key = keys.find((each) => each.id === id)?.key;
      if (version !== "c1" || key === undefined)
        throw new Error("This was sealed with another secret: set the GRAPEVINE_SECRET it was made with.");
      const bytes = Buffer.from(rest, "base64url");
      const decipher = crypto.createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(bytes.length - TAG));
      return decipher.update(bytes.subarray(NONCE, bytes.length - TAG), undefined, "utf8") + decipher.final("utf8");
    },
  };
}
