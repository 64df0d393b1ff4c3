#!/usr/bin/env node
/**
 * Checks a draw of a contest, with nothing but Node: the list of entries is the one whose hash was shown, the seed is the one whose hash
 * was shown, and the two together pick exactly the people who were drawn, in that order.
 *
 *   curl -H "authorization: Bearer $KEY" $URL/v1/contests/summer         > contest.json
 *   curl -H "authorization: Bearer $KEY" $URL/v1/contests/summer/entries > entries.txt
 *   node verify-draw.mjs contest.json entries.txt [--seed-hash=<as shown before the contest>] [--entries-hash=<as shown before the draw>]
 *
 * Give the hashes that you wrote down when they were shown: a file that was made afterwards agrees with itself.
 * Exit code 0: the draw is right. 1: it is not. 2: the files could not be read.
 *
 * The rules of grapevine-draw-1, all hashes SHA-256 in hexadecimal, all texts UTF-8:
 *   list     a line "<participant> <weight>\n" each, sorted by participant
 *   block n  HMAC-SHA-256 with the seed's 64 letters as key over "grapevine-draw-1\n<contest>\n<hash of the list>\n<beacon>\n<n>"
 *   pick     x: the first 64 bits of the next block; not below the largest multiple of the weights left: take another block;
 *            x modulo the weights left falls on one participant, counting along the list over those not yet chosen
 */
import { createHash, createHmac } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";

const ALGORITHM = "grapevine-draw-1";
const SPAN = 2n ** 64n;

class Wrong extends Error {}

function check(holds, message) {
  if (!holds) throw new Wrong(message);
}

/** Calls `line` for every line of a file, a piece of it in memory at a time. Answers the file's SHA-256. */
function readLines(path, line) {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  const piece = Buffer.alloc(1 << 20);
  let rest = "";
  try {
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
      hash.update(piece.subarray(0, size));
      const lines = (rest + piece.toString("latin1", 0, size)).split("\n");
      rest = lines.pop();
      for (const each of lines) line(each);
    }
  } finally {
    closeSync(file);
  }
  check(rest === "", "The list's last line has no end.");
  return hash.digest("hex");
}

/** The weights up to each line and with it, and the list's hash. */
function readEntries(path) {
  let upto = new Float64Array(1 << 16);
  let count = 0;
  let total = 0;
  let before = "";
  const hash = readLines(path, (line) => {
    const match = /^([0-9a-f]{32}) ([1-9]\d{0,15})$/.exec(line);
    check(match !== null, `Line ${count + 1} of the list is no entry.`);
    check(match[1] > before, `Line ${count + 1} of the list is out of order or there twice.`);
    before = match[1];
    total += Number(match[2]);
    check(Number.isSafeInteger(total), "The list has more entries than can be counted exactly.");
    if (count === upto.length) {
      const longer = new Float64Array(count * 2);
      longer.set(upto);
      upto = longer;
    }
    upto[count++] = total;
  });
  return { upto: upto.subarray(0, count), hash };
}

function lineAt(upto, place) {
  let low = 0;
  let high = upto.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (upto[middle] > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The chosen lines, in the order of the draw. */
function draw(contest, upto, picks) {
  const { seed, entries_hash, beacon } = contest.draw;
  const message = `${ALGORITHM}\n${contest.key}\n${entries_hash}\n${beacon ?? ""}\n`;
  const weight = (line) => upto[line] - (line === 0 ? 0 : upto[line - 1]);
  const chosen = [];
  let left = upto.at(-1) ?? 0;
  for (let n = 0; chosen.length < picks && left > 0; n++) {
    const x = BigInt(
      `0x${createHmac("sha256", seed)
        .update(message + n)
        .digest("hex")
        .slice(0, 16)}`,
    );
    if (x >= SPAN - (SPAN % BigInt(left))) continue;
    let place = Number(x % BigInt(left));
    for (const line of [...chosen].sort((a, b) => a - b)) {
      if (place < upto[line] - weight(line)) break;
      place += weight(line);
    }
    const line = lineAt(upto, place);
    chosen.push(line);
    left -= weight(line);
  }
  return chosen;
}

function participantsAt(path, lines) {
  const wanted = new Set(lines);
  const names = new Map();
  let count = 0;
  readLines(path, (line) => {
    if (wanted.has(count)) names.set(count, line.slice(0, 32));
    count++;
  });
  return lines.map((line) => names.get(line));
}

function verify(contestPath, entriesPath, shown) {
  const contest = JSON.parse(readFileSync(contestPath, "utf8"));
  const of = contest.draw;
  check(of !== null && of.seed !== null, "The contest is not drawn.");
  check(of.algorithm === ALGORITHM, `This program knows ${ALGORITHM}, not ${of.algorithm}.`);
  check(shown.seed === undefined || shown.seed === of.seed_hash, "The seed's hash is not the one that was shown before.");
  check(shown.entries === undefined || shown.entries === of.entries_hash, "The list's hash is not the one that was shown before.");
  check(createHash("sha256").update(of.seed).digest("hex") === of.seed_hash, "The seed is not the one whose hash was shown.");
  if (of.beacon_named !== null) check(of.beacon !== null, "The draw left out the public value that the contest promised.");
  const { upto, hash } = readEntries(entriesPath);
  check(hash === of.entries_hash, "The list of entries is not the one whose hash was shown.");
  check(upto.length === of.entrants && (upto.at(-1) ?? 0) === of.entries, "The contest counts other entries than its list.");
  const expected = participantsAt(entriesPath, draw(contest, upto, of.winners + of.alternates));
  const drawn = [...of.drawn].sort((a, b) => a.position - b.position).map((each) => each.participant);
  check(drawn.length === expected.length, `${expected.length} people are drawn by these rules, not ${drawn.length}.`);
  drawn.forEach((each, i) => check(each === expected[i], `Position ${i + 1} was ${expected[i]}, not ${each}.`));
  return `The draw of "${contest.key}" is right: ${of.entries} entries of ${of.entrants} people, ${drawn.length} drawn.`;
}

const options = process.argv.slice(2).filter((each) => each.startsWith("--"));
const files = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const option = (name) => options.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
if (files.length !== 2) {
  process.stderr.write("node verify-draw.mjs contest.json entries.txt [--seed-hash=...] [--entries-hash=...]\n");
  process.exit(2);
}
try {
  process.stdout.write(`${verify(files[0], files[1], { seed: option("seed-hash"), entries: option("entries-hash") })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Wrong ? "WRONG: " : ""}${error.message}\n`);
  process.exit(error instanceof Wrong ? 1 : 2);
}
