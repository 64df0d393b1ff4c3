/** Does the work while nobody else, in whatever process, does who names the same file. */
export function alone<T>(file: string, work: () => Promise<T>): Promise<T>;
