/** Work that many ask for at once, done in groups: what comes while one group is at work is the next group's. */

type Asked<T, R> = { item: T; done(result: R): void; failed(error: unknown): void };

/**
 * One piece of work a key at a time, with everything that waits for that key, at most so many; a failure is everybody's who waited.
 * `work` answers as many results as it was given items, in their order.
 */
export function grouped<T, R>(most: number, work: (key: string, items: T[]) => Promise<R[]>): (key: string, item: T) => Promise<R> {
  const queues = new Map<string, Asked<T, R>[]>();
  const serve = async (key: string, queue: Asked<T, R>[]): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, most);
      try {
        const results = await work(
          key,
          group.map((each) => each.item),
        );
        group.forEach((each, i) => each.done(results[i] as R));
      } catch (error) {
        for (const each of group) each.failed(error);
      }
    }
    queues.delete(key);
  };
  return (key, item) =>
    new Promise((done, failed) => {
      const queue = queues.get(key);
      if (queue !== undefined) return void queue.push({ item, done, failed });
      const fresh = [{ item, done, failed }];
      queues.set(key, fresh);
      void serve(key, fresh);
    });
}
