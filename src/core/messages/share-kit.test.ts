import { expect, test } from "vitest";
import { channelNamed, PLACEMENTS } from "../channels.ts";
import { CHANNELS } from "./share-kit.ts";

test("every channel of the share kit and every placement can be named in a link's address, and nothing else", () => {
  for (const each of [...Object.keys(CHANNELS), ...PLACEMENTS]) expect(channelNamed(each)).toBe(each);
  for (const each of [null, "", "WhatsApp", "toString", "a".repeat(5000)]) expect(channelNamed(each)).toBeNull();
});
