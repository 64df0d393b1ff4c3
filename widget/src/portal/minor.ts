/** What a person typed, with her own decimal sign and digits grouped as she likes, in minor units. NaN where it is no amount. */
export function minorUnits(typed: string, of: { locale: string; unit: string }): number {
  const isMoney = /^[A-Z]{3}$/.test(of.unit);
  const format = new Intl.NumberFormat(of.locale, isMoney ? { style: "currency", currency: of.unit } : {});
  const decimals = isMoney ? (format.resolvedOptions().maximumFractionDigits ?? 2) : 0;
  const own = format.formatToParts(1234.5).find((part) => part.type === "decimal")?.value ?? ".";
  const plain = latin(typed.trim()).replaceAll(/[\s\u00a0\u202f'\u2019]/g, "");
  // "1,5" of a reader of English and "1.5" of a reader of German mean the same; "1.234,50" is told by its last sign.
  const at = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","), plain.lastIndexOf(own));
  const tail = at < 0 ? "" : plain.slice(at + 1);
  // Three digits after the only sign are thousands, unless the currency has three decimals or it is her own decimal sign.
  const isGroup = tail.length === 3 && decimals < 3 && plain[at] !== own;
  const whole = at < 0 || isGroup ? plain : plain.slice(0, at);
  const text = `${whole.replaceAll(/[.,]/g, "")}.${at < 0 || isGroup ? "" : tail}`;
  if (!/^\d+\.\d*$/.test(text)) return Number.NaN;
  const minor = Number(text) * 10 ** decimals;
  return Math.abs(minor - Math.round(minor)) < 1e-6 ? Math.round(minor) : Number.NaN;
}

/** Arabic and Persian digits as 0 to 9. */
function latin(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("\u066b", ".");
}
