/**
 * Contact data, hidden from a role that works with figures: e-mail addresses wherever they stand, and what is a phone number or
 * a postal address by its name. What stays has the form it had, so that nobody's parser breaks.
 */
const EMAIL = /[^\s@"<>(),:;]+@[^\s@"<>(),:;]+\.[^\s@"<>(),:;.]+/g;
const PRIVATE = /^(phone|mobile|address|street|postal|iban|account_number|recipient|tax_id|birthday|birth_date)/;
const HIDDEN = "hidden";

export function hideContacts(value: unknown): unknown {
  if (typeof value === "string") return value.replace(EMAIL, "hidden@hidden.invalid");
  if (Array.isArray(value)) return value.map(hideContacts);
  if (value === null || typeof value !== "object") return value;
  const kind = (value as { kind?: unknown }).kind;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isPrivate = PRIVATE.test(name) || (kind === "phone" && name === "value");
      return [name, isPrivate && typeof inner === "string" ? HIDDEN : hideContacts(inner)];
    }),
  );
}
