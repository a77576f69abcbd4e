import { readSettings } from '../../kernel/settings.js';
import { channelsOf } from './channels-file.js';
import { DISPATCH_SETTINGS } from './settings.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What may have signed receipts of a channel: `receipts` of its entry in the file of channels, else the secret of its
 * webhook; of a channel that the file leaves out DELIVERY_SECRET.
 */
export function receiptSecrets(channel: string, env: Env = process.env): readonly string[] {
  const settings = readSettings(DISPATCH_SETTINGS, env);
  const { DELIVERY_SECRET } = settings;
  const channels: Readonly<Record<string, unknown>> = channelsOf(settings, env);
  if (!Object.hasOwn(channels, channel)) return DELIVERY_SECRET ? [DELIVERY_SECRET] : [];
  const { receipts, secret } = channels[channel] as { receipts?: readonly string[]; secret?: string };
  return receipts ?? (secret === undefined ? [] : [secret]);
}
