import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A line to a database that fails as lines and databases do: silent, cut, slow, or open in one direction only. */
export interface FreezingProxy {
  readonly uri: string;
  /** Goes silent without being closed, as when the database's process is stopped. */
  freeze(): void;
  thaw(): void;
  /** Ends every connection as a cable does that is pulled: without a word. */
  cut(): void;
  /** Tells the product that the database says no more, and goes on taking what it sends. */
  halfClose(): void;
  /** Keeps back by so many ms what the database answers; 0 for nothing. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** Opens one to the host and port of a `bolt://` address. */
export async function freezingProxy(uri: string): Promise<FreezingProxy> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  const nears = new Set<Socket>();
  let frozen = false;
  let late = 0;
  const add = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (frozen) socket.pause();
  };
  const slowly = () =>
    new Transform({ transform: (chunk, _encoding, done) => void setTimeout(() => done(null, chunk), late) });
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(slowly()).pipe(near);
    for (const socket of [near, far]) add(socket);
    nears.add(near);
    near.on('close', () => far.destroy() && nears.delete(near));
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    cut,
    halfClose: () => {
      for (const near of nears) near.end();
    },
    delay: (ms) => {
      late = ms;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
