/** The draw done again, in this browser, from what was published. The rules are those of the algorithm "grapevine-draw-1". */

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, "0")).join("");
const sha256 = async (text: string): Promise<string> => hexOf(await crypto.subtle.digest("SHA-256", utf8(text)));

export type Published = {
  contest: string;
  list: string;
  listHash: string;
  seed: string | null;
  seedHash: string;
  beacon: string | null;
  picks: number;
};
export type Checked = { list: boolean; seed: boolean | null; drawn: string[] | null };

/** `drawn`: the participants in the order of the draw; null before it. */
export async function checkDraw(of: Published): Promise<Checked> {
  const list = (await sha256(of.list)) === of.listHash;
  if (of.seed === null) return { list, seed: null, drawn: null };
  return { list, seed: (await sha256(of.seed)) === of.seedHash, drawn: await drawAgain(of, of.seed) };
}

async function drawAgain(of: Published, seed: string): Promise<string[]> {
  const left = of.list
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ participant: line.slice(0, line.lastIndexOf(" ")), weight: Number(line.slice(line.lastIndexOf(" ") + 1)) }));
  const key = await crypto.subtle.importKey("raw", utf8(seed), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const head = `grapevine-draw-1\n${of.contest}\n${of.listHash}\n${of.beacon ?? ""}\n`;
  const span = 1n << 64n;
  const drawn: string[] = [];
  for (let n = 0; drawn.length < of.picks && left.length > 0; n++) {
    const x = BigInt(`0x${hexOf(await crypto.subtle.sign("HMAC", key, utf8(head + n))).slice(0, 16)}`);
    const total = BigInt(left.reduce((sum, each) => sum + each.weight, 0));
    if (total === 0n) break;
    // What lies above the largest multiple would make some likelier than others: thrown away.
    if (x >= span - (span % total)) continue;
    let place = Number(x % total);
    const at = left.findIndex((each) => (place -= each.weight) < 0);
    drawn.push(left.splice(at, 1)[0]!.participant);
  }
  return drawn;
}
