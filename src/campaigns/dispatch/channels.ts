import { join } from 'node:path';
import { CONTACT_CHANNELS } from '../../consent/index.js';
import { AppError } from '../../kernel/error.js';
import { readSettings } from '../../kernel/settings.js';
import { maySend, type Services } from '../../security/index.js';
import { ADDRESS_OF, type Adapter, type Senders } from './adapter.js';
import { callList } from './adapters/call-list.js';
import { fileSink } from './adapters/file-sink.js';
import { httpProvider } from './adapters/http-provider.js';
import { miniProgram } from './adapters/mini-program.js';
import { smtp } from './adapters/smtp.js';
import { webhook } from './adapters/webhook.js';
import { type ChannelSettings, channelsOf } from './channels-file.js';
import { DISPATCH_SETTINGS } from './settings.js';

type Env = Readonly<Record<string, string | undefined>>;

/** How a channel sends, or why it does not. */
export type Way =
  | { readonly channel: string; readonly adapter: Adapter; readonly problem: null }
  | { readonly channel: string; readonly adapter: null; readonly problem: string };

/**
 * How each channel sends by the settings. Opens no connection; `close` what is not used any more. Throws CONFIG where
 * one is wrong.
 */
export function waysToSend({ home, clock }: Pick<Services, 'home' | 'clock'>, env: Env = process.env): Way[] {
  const made = makerOf(home, () => clock.now());
  return plansOf(env).map(({ channel, own, problem }): Way => {
    return problem === null ? { channel, adapter: made(own!), problem } : { channel, adapter: null, problem };
  });
}

/** What a message costs on a channel, null where nobody said; and why nothing is sent there, null where it is. */
export interface ChannelTerms {
  readonly channel: string;
  readonly cost: NonNullable<Adapter['cost']> | null;
  readonly problem: string | null;
}

/** The terms of each channel by the settings, without anything that sends. Throws CONFIG where one is wrong. */
export function termsOfChannels(env: Env = process.env): ChannelTerms[] {
  return plansOf(env).map(({ channel, own, problem }) => ({ channel, cost: own?.cost ?? null, problem }));
}

interface Plan {
  readonly channel: string;
  readonly own: ChannelSettings | null;
  readonly problem: string | null;
}

/** The settings of each channel: its own, else those of the webhook for all, else in development the file sink. */
function plansOf(env: Env): Plan[] {
  const settings = readSettings(DISPATCH_SETTINGS, env);
  const { DELIVERY_URL, DELIVERY_SECRET, PUBLIC_URL } = settings;
  if (DELIVERY_URL && !DELIVERY_SECRET)
    throw new AppError('CONFIG', 'DELIVERY_URL is set without DELIVERY_SECRET', 'set both: what is posted is signed');
  const channels = channelsOf(settings, env);
  const production = env.NODE_ENV === 'production';
  const others = DELIVERY_URL ? ({ adapter: 'webhook', url: DELIVERY_URL, secret: DELIVERY_SECRET! } as const) : null;
  return CONTACT_CHANNELS.map((channel) => {
    const own = channels[channel] ?? others ?? (production ? null : ({ adapter: 'file' } as const));
    return { channel, own, problem: problemOf(channel, own, { production, publicUrl: PUBLIC_URL }) };
  });
}

/** The adapters of the channels that can send. */
export function sendersOf(ways: readonly Way[]): Senders {
  return Object.fromEntries(ways.flatMap(({ channel, adapter }) => (adapter ? [[channel, adapter] as const] : [])));
}

interface Setting {
  readonly production: boolean;
  readonly publicUrl: string | undefined;
}

/** Why a channel cannot send, or null. */
function problemOf(channel: string, own: ChannelSettings | null, { production, publicUrl }: Setting): string | null {
  if (own === null)
    return `nothing sends ${channel}: set DELIVERY_URL, or channels.${channel} in the file of GUANXI_CHANNELS`;
  if (own.adapter === 'file') return null;
  const address = ADDRESS_OF[channel]!;
  if (!maySend(address)) return `the policy's "sending" may not open ${address}`;
  if (channel === 'MAIL' && production && !publicUrl)
    return 'PUBLIC_URL is not set: a mail carries a link to unsubscribe';
  return null;
}

function makerOf(home: string, now: () => Date): (own: ChannelSettings) => Adapter {
  return (own) => ({ ...adapterOf(own, home, now), perMinute: own.perMinute, cost: own.cost });
}

function adapterOf(own: ChannelSettings, home: string, now: () => Date): Adapter {
  switch (own.adapter) {
    case 'smtp':
      return smtp(own);
    case 'http':
      return httpProvider(own);
    case 'mini-program':
      return miniProgram(own);
    case 'webhook':
      return webhook(own.url, own.secret, now);
    case 'call-list':
      return callList(own.folder ?? join(home, 'calls'));
    case 'file':
      return fileSink(own.folder ?? join(home, 'outbox'));
  }
}
