import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ports } from './conf.js';

const HOST = '127.0.0.1';

/** Neo4j's usual ports. */
export const USUAL_PORTS: Ports = { bolt: 7687, http: 7474 };

/**
 * The preferred ports where they are free, else free ones. Two servers that pick at once may still collide: the loser
 * picks again.
 */
export async function pickPorts(preferred: readonly Ports[]): Promise<Ports> {
  for (const ports of preferred) if (await areFree(ports)) return ports;
  const bolt = await freePort();
  let http = await freePort();
  while (http === bolt) http = await freePort();
  return { bolt, http };
}

/**
 * Whether both become free within `waitMs`: a process that was killed holds its ports a moment longer than its name.
 */
export async function freeWithin(ports: Ports, waitMs: number): Promise<boolean> {
  const end = Date.now() + waitMs;
  while (!(await areFree(ports))) {
    if (Date.now() > end) return false;
    await sleep(100);
  }
  return true;
}

async function areFree({ bolt, http }: Ports): Promise<boolean> {
  return (await isFree(bolt)) && (await isFree(http));
}

/** Nobody listens there, on loopback or on every address, and this process may. */
export async function isFree(port: number): Promise<boolean> {
  return !(await answers(port)) && (await listenOnce(port)) === port;
}

/** Whether something accepts connections on this port of loopback. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: HOST });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('the system gives no free port on loopback');
  return port;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
