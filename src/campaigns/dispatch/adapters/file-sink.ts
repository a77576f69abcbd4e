import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, Message } from '../adapter.js';

/**
 * Sends nothing: writes each message to a file of its own below the folder, for development and tests. It is given no
 * name and no address, so that the files identify nobody. A file is whole and durable before it gets its name, and a
 * name is given once by whatever process, so that servers that share the folder write each delivery once.
 */
export function fileSink(folder: string): Adapter {
  return {
    ...{ name: 'file sink (sends nothing)', idempotent: true, personal: false },
    send: async (message) => {
      await writeOnce(fileOf(folder, message), contentOf(message));
      return { state: 'SENT' };
    },
  };
}

/** The file of a delivery: a folder for its campaign, and a name that follows from its id. */
function fileOf(folder: string, { campaignId, deliveryId }: Message): string {
  const name = createHash('sha256').update(deliveryId).digest('hex').slice(0, 32);
  return join(folder, encodeURIComponent(campaignId), `${name}.json`);
}

function contentOf({ deliveryId, at, customerId, channel, subject, text, html }: Message): string {
  return `${JSON.stringify({ deliveryId, at, customerId, channel, subject, text, html })}\n`;
}

/** Whole or not at all: a crash leaves at most a file that begins with a dot. */
async function writeOnce(path: string, content: string): Promise<void> {
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // else it was sent before
  } finally {
    await rm(draft, { force: true });
  }
}
