/**
 * Hands what comes to `work`, at most so many at a time. Throws what the first that failed threw, once those under way
 * have ended; none is begun after it.
 */
export async function sideBySide<T>(
  all: AsyncIterable<T> | Iterable<T>,
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  try {
    for await (const one of all) {
      const ended: Promise<unknown> = work(one).then(() => underWay.delete(ended));
      ended.catch(() => {}); // one that failed stays, and whoever waits next throws
      underWay.add(ended);
      if (underWay.size >= atOnce) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
}
