/** What is wrong with a field, in a sentence for whoever filled it in: a schema's own message, or ours in the place of the validator's. */
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** How the validator begins what no schema has words for. */
const UNWORDED = /^(Invalid|Too small|Too big|Unrecognized)/;

export function issueWords(issue: Issue): string {
  if (!UNWORDED.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received undefined") ? "This is needed." : kindWords(issue.expected);
    case "too_small":
      return leastWords(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case "too_big":
      return mostWords(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case "invalid_format":
      return formatWords(issue.format);
    case "invalid_value":
      return `Use one of: ${issue.values.map(String).join(", ")}.`;
    case "not_multiple_of":
      return `Give a multiple of ${issue.divisor}.`;
    case "unrecognized_keys":
      return `"${issue.keys.join(", ")}" is unknown here: remove it, or mend its name.`;
    case "invalid_union":
      return "This fits none of the forms that are allowed here.";
    default:
      return "This is not valid.";
  }
}

function kindWords(expected: string): string {
  switch (expected) {
    case "string":
      return "Give a text.";
    case "number":
      return "Give a number.";
    case "int":
      return "Give a whole number.";
    case "boolean":
      return "Say true or false.";
    case "array":
      return "Give a list.";
    case "object":
    case "record":
      return "Give an object with fields.";
    default:
      return "This is of another kind than is asked for.";
  }
}

function leastWords(origin: string, minimum: number, inclusive: boolean): string {
  if (origin === "string") return minimum === 1 ? "This may not be empty." : `At least ${minimum} characters.`;
  if (origin === "array" || origin === "set") return minimum === 1 ? "Name at least one." : `Name at least ${minimum}.`;
  return inclusive ? `At least ${minimum}.` : `More than ${minimum}.`;
}

function mostWords(origin: string, maximum: number, inclusive: boolean): string {
  if (origin === "string") return `At most ${maximum} characters.`;
  if (origin === "array" || origin === "set") return `At most ${maximum} entries.`;
  return inclusive ? `At most ${maximum}.` : `Less than ${maximum}.`;
}

function formatWords(format: string): string {
  if (format === "email") return "This is not an e-mail address.";
  if (format === "url") return "This is not a web address: it begins with https://.";
  return "This is not written as is expected here.";
}
