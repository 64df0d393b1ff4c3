/** A form's state. It lives in the model and not in the page, so nothing typed is lost by a look at another screen or by an error. */
import { Trouble } from "./api.ts";

export type Entries = Record<string, string>;

export class Form {
  values: Entries;
  isBusy = false;
  isDone = false;
  trouble: Trouble | undefined;
  /** By field; the words come with them. */
  errors: Record<string, string> = {};
  readonly #changed: () => void;
  readonly #initial: Entries;

  constructor(changed: () => void, initial: Entries = {}) {
    this.#changed = changed;
    this.#initial = initial;
    this.values = { ...initial };
  }

  get(name: string): string {
    return this.values[name] ?? "";
  }

  set(name: string, value: string): void {
    this.values[name] = value;
    delete this.errors[name];
    this.isDone = false;
    this.#changed();
  }

  reset(): void {
    this.values = { ...this.#initial };
    this.errors = {};
    this.trouble = undefined;
    this.isDone = false;
  }

  /** Runs `work` unless it runs. Field errors of the server go to their fields, the rest to the summary. */
  async submit(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.trouble = undefined;
    this.errors = {};
    this.#changed();
    try {
      await work();
      this.isDone = true;
    } catch (error) {
      this.trouble = error instanceof Trouble ? error : new Trouble("ours", { detail: String(error) });
      for (const field of this.trouble.fields) this.errors[field.pointer.split("/").at(-1) ?? ""] = field.code;
    }
    this.isBusy = false;
    this.#changed();
  }
}
