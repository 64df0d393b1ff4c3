/** What a program asks of those who join it, and whether the answers fit. */
import { z } from "zod";
import type { FieldError } from "./event.ts";
import { key } from "./program-rule.ts";

export const FIELD_TYPES = ["text", "email", "url", "select", "number", "checkbox"] as const;
const ANSWER_MAX = 2_000;

const option = z.strictObject({ key, label: z.record(z.string().max(35), z.string().max(200)).optional() });

export const formField = z
  .strictObject({
    key,
    label: z.record(z.string().max(35), z.string().min(1).max(200)).describe("By language: { en: ..., de: ... }."),
    help: z.record(z.string().max(35), z.string().min(1).max(500)).optional(),
    type: z.enum(FIELD_TYPES).default("text"),
    required: z.boolean().default(false),
    options: z.array(option).min(1).max(50).optional().describe("Of a select."),
  })
  .refine((field) => field.type !== "select" || field.options !== undefined, { message: "A select needs options.", path: ["options"] });

export const form = z
  .array(formField)
  .max(20)
  .refine((fields) => new Set(fields.map((field) => field.key)).size === fields.length, { message: "Two fields have the same key." });

export type FormField = z.output<typeof formField>;
export type Answers = Record<string, string | number | boolean>;

/** What a program that one applies to asks when it says nothing: a few words about oneself. Its label is the portal's. */
const ABOUT: FormField = { key: "about", label: {}, type: "text", required: false };

/** The fields of a program's form, in order. */
export function formOf(advocates: { join: string; form?: readonly FormField[] | undefined }): readonly FormField[] {
  return advocates.form ?? (advocates.join === "apply" ? [ABOUT] : []);
}

/** The answers as they are kept, or what is wrong with them. An empty answer is none. */
export function readAnswers(fields: readonly FormField[], said: Readonly<Record<string, unknown>>): Answers | FieldError[] {
  const errors: FieldError[] = [];
  const answers: Answers = {};
  const known = new Set(fields.map((field) => field.key));
  for (const name of Object.keys(said)) if (!known.has(name)) errors.push(wrong(name, "unknown_field", "The form has no such field."));
  for (const field of fields) {
    const value = said[field.key];
    const isEmpty = value === undefined || value === null || value === "" || value === false;
    if (isEmpty && field.required) errors.push(wrong(field.key, "required", "An answer is needed here."));
    if (isEmpty) continue;
    const read = readAnswer(field, value);
    if (read === undefined) errors.push(wrong(field.key, "invalid", MESSAGES[field.type]));
    else answers[field.key] = read;
  }
  return errors.length > 0 ? errors : answers;
}

const MESSAGES: Record<FormField["type"], string> = {
  text: "Use a text of at most 2,000 characters.",
  email: "This is not an e-mail address.",
  url: "Use an address that begins with https:// or http://.",
  select: "Choose one of the options.",
  number: "Use a number.",
  checkbox: "Use true or false.",
};

function readAnswer(field: FormField, value: unknown): string | number | boolean | undefined {
  if (field.type === "checkbox") return typeof value === "boolean" ? value : undefined;
  if (field.type === "number") return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || value.length > ANSWER_MAX) return undefined;
  if (field.type === "select") return field.options?.some((each) => each.key === value) === true ? value : undefined;
  if (field.type === "email") return z.email().max(320).safeParse(value).success ? value : undefined;
  if (field.type === "url") return z.url({ protocol: /^https?$/ }).safeParse(value).success ? value : undefined;
  return value;
}

function wrong(name: string, code: string, message: string): FieldError {
  return { pointer: `/answers/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, code, message };
}
