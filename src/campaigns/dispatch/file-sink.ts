import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter, Message } from './adapter.js';

/**
 * Writes messages to a file, one JSON object a line, each durable before it counts as sent, and each delivery id once. It is given no name and no
 * address, so that the file identifies nobody. Reads what stands there when it is first used.
 */
export function fileSink(path: string, now: () => Date): Adapter {
  let last: Promise<unknown> = Promise.resolve();
  let known: Promise<Set<string>> | null = null;
  const send = async (message: Message) => {
    known ??= deliveriesIn(path);
    const sent = await known;
    if (!sent.has(message.deliveryId)) {
      const { deliveryId, customerId, channel, subject, text } = message;
      await append(path, { deliveryId, at: now(), customerId, channel, subject, text });
      sent.add(deliveryId);
    }
    return { state: 'SENT' } as const;
  };
  return {
    ...{ name: 'file', idempotent: true, personal: false },
    send: (message) => {
      const sent = last.then(() => send(message));
      last = sent.catch(() => undefined); // one at a time
      return sent;
    },
  };
}

/** On a line of its own, also after one that a crash cut off. */
async function append(path: string, line: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(1, '\n');
    if (size > 0) await file.read(end, 0, 1, size - 1);
    await file.appendFile(`${end.toString() === '\n' ? '' : '\n'}${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function deliveriesIn(path: string): Promise<Set<string>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return new Set(text.split('\n').flatMap(deliveryOf));
}

function deliveryOf(line: string): string[] {
  try {
    return [(JSON.parse(line) as { deliveryId: string }).deliveryId];
  } catch {
    return []; // empty, or cut off by a crash: it was not sent
  }
}
