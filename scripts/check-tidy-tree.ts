/** What a tidy rule is, and the one rule that serves two folders. */
import type { Finding } from "./check-files.ts";

/** The project as the rules see it: paths, and the text of one file. */
export interface Tree {
  files: readonly string[];
  read(file: string): string;
}
export type TidyRule = (tree: Tree) => Finding[];

/** `name` matches a file name in `folder` and captures its four digits; `form` shows a good name in the message. */
interface NumberingOptions {
  folder: string;
  name: RegExp;
  rule: string;
  form: string;
}

/** Numbers name an order, so a gap or a double is a lost or a clashing file. Shared by migrations and decisions. */
export function findNumbering(files: readonly string[], options: NumberingOptions): Finding[] {
  const { folder, name, rule, form } = options;
  const inFolder = files.filter((file) => file.startsWith(folder)).sort();
  return inFolder.flatMap((file, index): Finding[] => {
    const number = name.exec(file.slice(folder.length))?.[1];
    if (number === undefined) return [{ file, rule, message: `is named otherwise: call it ${form}.` }];
    const expected = String(index + 1).padStart(4, "0");
    if (number === expected) return [];
    return [{ file, rule, message: `should be number ${expected}: numbers run from 0001 without gap or double.` }];
  });
}
