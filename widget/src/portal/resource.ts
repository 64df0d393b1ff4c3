/** Something that is fetched: what is known of it, whether it is on its way, and what went wrong last. Old news stays while new comes. */
import { Trouble } from "./api.ts";
import type { Page } from "./types.ts";

export class Resource<T> {
  value: T | undefined;
  trouble: Trouble | undefined;
  isLoading = false;
  readonly #load: () => Promise<T>;
  readonly #changed: () => void;

  constructor(load: () => Promise<T>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** Fetches unless it is there or on its way. Safe to call from a render. */
  want(): void {
    if (this.value === undefined && !this.isLoading && this.trouble === undefined) void this.refresh();
  }

  async refresh(): Promise<void> {
    this.isLoading = true;
    this.trouble = undefined;
    // Not at once: this may be called while something is drawn.
    await Promise.resolve();
    this.#changed();
    try {
      this.value = await this.#load();
    } catch (error) {
      this.trouble = error instanceof Trouble ? error : new Trouble("ours", { detail: String(error) });
    }
    this.isLoading = false;
    this.#changed();
  }

  /** Lets go of what is known, so that the next look fetches it. */
  forget(): void {
    this.value = undefined;
    this.trouble = undefined;
  }
}

/** A list that goes on: `more` adds the next page. */
export class PagedResource<T, P extends Page<T> = Page<T>> extends Resource<P> {
  isLoadingMore = false;
  moreTrouble: Trouble | undefined;
  readonly #page: (after?: string) => Promise<P>;
  readonly #told: () => void;

  constructor(page: (after?: string) => Promise<P>, changed: () => void) {
    super(() => page(), changed);
    this.#page = page;
    this.#told = changed;
  }

  async more(): Promise<void> {
    const { value } = this;
    if (value === undefined || value.next === null || this.isLoadingMore) return;
    this.isLoadingMore = true;
    this.moreTrouble = undefined;
    this.#told();
    try {
      const next = await this.#page(value.next);
      this.value = { ...next, data: [...value.data, ...next.data] };
    } catch (error) {
      this.moreTrouble = error instanceof Trouble ? error : new Trouble("ours");
    }
    this.isLoadingMore = false;
    this.#told();
  }
}
