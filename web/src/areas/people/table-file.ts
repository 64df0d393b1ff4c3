/** A file or a pasted text as UTF-8 bytes, whatever it was written in, and its beginning for the preview. */

export type TableFile = { name: string; bytes: Blob; head: string; encoding: "utf-8" | "utf-16" | "windows-1252" };

/** Bytes shown in the preview: about a thousand rows. */
const HEAD = 300_000;

export async function tableOf(file: File): Promise<TableFile> {
  const buffer = new Uint8Array(await file.arrayBuffer());
  const first = [buffer[0], buffer[1]];
  if (first[0] === 0xff && first[1] === 0xfe) return ofText(file.name, decode(buffer, "utf-16le"), "utf-16");
  if (first[0] === 0xfe && first[1] === 0xff) return ofText(file.name, decode(buffer, "utf-16be"), "utf-16");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer);
    return { name: file.name, bytes: file, head: headOf(text), encoding: "utf-8" };
  } catch {
    // Single bad bytes in a file that is UTF-8 otherwise cost their rows only; a file without any letter of UTF-8 is read as Western.
    if (hasUtf8(buffer)) return { name: file.name, bytes: file, head: headOf(decode(buffer, "utf-8")), encoding: "utf-8" };
    return ofText(file.name, decode(buffer, "windows-1252"), "windows-1252");
  }
}

export const pasted = (text: string, name: string): TableFile => ofText(name, text, "utf-8");

function ofText(name: string, text: string, encoding: TableFile["encoding"]): TableFile {
  return { name, bytes: new Blob([text]), head: headOf(text), encoding };
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

/** Whole lines of the beginning. NUL, which no request may hold, stands as the sign for "cannot be read". */
function headOf(text: string): string {
  const head = text.length <= HEAD ? text : text.slice(0, Math.max(text.lastIndexOf("\n", HEAD), HEAD / 2));
  return head.replaceAll("\0", "\u001a").replaceAll("\uFFFD", "\u001a");
}

/** True when a letter beyond ASCII is written as UTF-8 somewhere. */
function hasUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length - 1; i++)
    if (bytes[i]! >= 0xc3 && bytes[i]! <= 0xef && (bytes[i + 1]! & 0xc0) === 0x80 && (bytes[i - 1] ?? 0) < 0x80) return true;
  return false;
}
