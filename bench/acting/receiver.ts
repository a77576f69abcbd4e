import { EventEmitter, once as onceOf } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** A message that arrived somewhere, as whoever got it wrote it down. */
export interface Arrival {
  readonly deliveryId: string;
  readonly at: number;
}

/** A receiver's own books. */
export interface Receiver {
  readonly url: string;
  /** What the path `/once` took, which drops a delivery id that it had before. */
  readonly once: readonly Arrival[];
  /** Repeats that it dropped. */
  readonly dropped: () => number;
  /** Everything that came to `/careless`, which drops nothing. */
  readonly careless: readonly Arrival[];
  /** The next arrival, or half a minute without one. */
  next(): Promise<void>;
  close(): Promise<void>;
}

/** A receiver on the loopback that takes up to 60 ms for a message, so that servers die between sending and noting. */
export async function startReceiver(): Promise<Receiver> {
  const [once, careless, had] = [[] as Arrival[], [] as Arrival[], new Set<string>()];
  let dropped = 0;
  const heard = new EventEmitter();
  const server = createServer(async (request, response) => {
    const { deliveryId } = JSON.parse(await text(request)) as { readonly deliveryId: string };
    const arrival = { deliveryId, at: Date.now() };
    if (request.url === '/careless') careless.push(arrival);
    else if (had.has(deliveryId)) dropped++;
    else {
      had.add(deliveryId);
      once.push(arrival);
    }
    heard.emit('arrival');
    setTimeout(() => response.end('{}'), Math.random() * 60);
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const next = () =>
    Promise.race([onceOf(heard, 'arrival'), sleep(30_000, undefined, { ref: false })]).then(() => undefined);
  const close = () => new Promise<void>((done) => server.close(() => done()).closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, once, dropped: () => dropped, careless, next, close };
}
