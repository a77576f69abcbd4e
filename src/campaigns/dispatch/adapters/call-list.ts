import { appendFile, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, Message } from '../adapter.js';

const HEAD = '\uFEFFdelivery,name,address,subject,text\r\n';

/**
 * Writes a line for each message to a CSV of the campaign and the day, for people who call. The file holds names and
 * numbers: the folder is for the server's own user alone, and whoever takes the list away deletes it. A line once begun
 * may have been read, so none is repeated.
 */
export function callList(folder: string): Adapter {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...{ name: 'call list', idempotent: false, personal: true },
    send: (message) => {
      const sent = last.then(() => append(folder, message));
      last = sent.catch(() => undefined); // one at a time
      return sent.then(() => ({ state: 'SENT' }));
    },
  };
}

async function append(folder: string, message: Message): Promise<void> {
  const { campaignId, deliveryId, name, address, subject, text, at } = message;
  const path = join(folder, `${encodeURIComponent(campaignId)}-${at.toISOString().slice(0, 10)}.csv`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await begin(path);
  await appendFile(path, `${[deliveryId, name, address, subject, text].map(cell).join(',')}\r\n`, { flush: true });
}

/** The head is written by whoever makes the file. */
async function begin(path: string): Promise<void> {
  if ((await stat(path).catch(() => null)) !== null) return;
  const file = await open(path, 'wx', 0o600).catch(() => null); // another server made it meanwhile
  await file?.writeFile(HEAD);
  await file?.close();
}

/** In quotes, and never a formula for a spreadsheet. A leading plus belongs to a number. */
function cell(value: string | null): string {
  const text = (value ?? '').replaceAll('"', '""');
  return `"${/^[=@\t\r-]/.test(text) || /^\+(?!\d)/.test(text) ? `'${text}` : text}"`;
}
