import { testDriver } from './database.js';

const EVERY_MS = 5_000;

/**
 * Lets plans go every few seconds while something fills the graph with thousands of rows. The servers of the tests keep
 * them (src/database/local/conf.ts), and one that was made for an empty graph makes an import crawl.
 */
export async function planAnewWhile<T>(work: () => Promise<T>): Promise<T> {
  const letGo = () => testDriver().executeQuery('CALL db.clearQueryCaches()');
  const timer = setInterval(() => void letGo().catch(() => undefined), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
