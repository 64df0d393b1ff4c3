/** Pictures of pages for the repository: the same PNG with a palette of at most 256 colours, about a third of the size. */
import zlib from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;
/** Colours that differ by less than this (squared, in RGB) look alike: where few may stay, and where many may (soft grounds stay apart). */
const ALIKE = { few: 300, many: 24 };
const MANY = 128;

type Image = { width: number; height: number; channels: number; pixels: Buffer };

/** Takes what Chromium makes: 8 bits a channel, RGB or RGBA, not interlaced. Transparency is lost. `colours`: at most so many. */
export function smallPng(png: Buffer, colours = MOST): Buffer {
  const image = decode(png);
  const { palette, indexOf } = paletteOf(image, Math.min(colours, MOST));
  const { width, height, channels, pixels } = image;
  // Two dots a byte where sixteen colours do. No filter: it helps photographs, and hurts indices.
  const bits = palette.length <= 16 ? 4 : 8;
  const stride = Math.ceil((width * bits) / 8) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += channels) {
      const index = indexOf(colourAt(pixels, at));
      if (bits === 8) rows[y * stride + x + 1] = index;
      else rows[y * stride + (x >> 1) + 1]! |= x % 2 === 0 ? index << 4 : index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]));
  const data = zlib.deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("PLTE", table), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(zlib.crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

function decode(png: Buffer): Image {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error("this is no PNG");
  const [width, height, bits, type, interlaced] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25], png[28]];
  const channels = type === 2 ? 3 : type === 6 ? 4 : 0;
  if (bits !== 8 || channels === 0 || interlaced !== 0) throw new Error(`a PNG of this kind is not read: ${bits} bits, type ${type}`);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const pixels = unfilter(zlib.inflateSync(Buffer.concat(data)), { stride: width * channels, height, channels });
  return { width, height, channels, pixels };
}

/** Each row says how it was predicted from its left and upper neighbours. */
function unfilter(rows: Buffer, of: { stride: number; height: number; channels: number }): Buffer {
  const { stride, height, channels } = of;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : out[at - channels]!;
      const up = y === 0 ? 0 : out[at - stride]!;
      const corner = x < channels || y === 0 ? 0 : out[at - stride - channels]!;
      out[at] = (rows[y * (stride + 1) + 1 + x]! + predicted(filter, left, up, corner)) & 255;
    }
  }
  return out;
}

// oxlint-disable-next-line max-params -- the four values of the PNG standard, a call a byte
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

function colourAt(pixels: Buffer, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
}

/** A few colours; every other one is drawn as the nearest of them. */
function paletteOf({ pixels, channels }: Image, most: number): { palette: number[]; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette: number[] = [];
  const alike = most < MANY ? ALIKE.few : ALIKE.many;
  // The most frequent first, and none that looks like one that is in: the few dots of a rare colour keep it.
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (palette.length === most) break;
    if (palette.every((each) => distance(each, colour) > alike)) palette.push(colour);
  }
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number): number => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    let best = 0;
    for (let i = 1, least = distance(colour, palette[0]!); i < palette.length; i++) {
      const far = distance(colour, palette[i]!);
      if (far < least) [best, least] = [i, far];
    }
    known.set(colour, best);
    return best;
  };
  return { palette, indexOf };
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return red * red + green * green + blue * blue;
}
