import type { Graph } from '../../graph/graph.js';
import { recordAudit, type Services } from '../../security/index.js';
import type { Channel } from '../consent.js';
import { DEFAULT_QUIET, type QuietSettings } from './quiet-hours.js';

/** What rings or blinks at once; a mail waits until it is read. */
const DEFAULT_CHANNELS: readonly Channel[] = ['ALL', 'CALL', 'SMS', 'WECHAT', 'MINI_PROGRAM', 'GROUP'];

/**
 * How many messages of campaigns one person gets at most in so many days, over all campaigns and channels; 0 messages
 * for no cap.
 */
export interface FrequencyCap {
  readonly messages: number;
  readonly days: number;
}

const DEFAULT_CAP: FrequencyCap = { messages: 4, days: 7 };

/** What is set for everybody. */
export interface ContactSettings {
  readonly quiet: QuietSettings;
  readonly cap: FrequencyCap;
}

/**
 * What is set for everybody; where nothing is, 21:00 to 08:00 in Shanghai on every channel but mail, and four messages
 * in seven days.
 */
export async function contactSettings({ graph }: { readonly graph: Pick<Graph, 'read'> }): Promise<ContactSettings> {
  const [set] = await graph.read('consent/steps/contact/contact-settings', {});
  const { timeZone = null, from = null, until = null, channels = null, capMessages = null, capDays = null } = set ?? {};
  const quiet = timeZone === null || from === null || until === null ? DEFAULT_QUIET : { timeZone, from, until };
  const cap = capMessages === null || capDays === null ? DEFAULT_CAP : { messages: capMessages, days: capDays };
  return { quiet: { ...quiet, channels: (channels as Channel[] | null) ?? DEFAULT_CHANNELS }, cap };
}

/** The quiet hours that are set for everybody. */
export async function quietSettings(services: { readonly graph: Pick<Graph, 'read'> }): Promise<QuietSettings> {
  return (await contactSettings(services)).quiet;
}

/** Sets the frequency cap for everybody. The input is checked before. */
export async function setFrequencyCap(services: Services, cap: FrequencyCap): Promise<FrequencyCap> {
  const { graph, clock, viewer } = services;
  await graph.transaction(async (tx) => {
    const saved = { ...cap, setBy: viewer.id, now: clock.now() };
    await tx.write('consent/steps/contact/contact-cap-save', saved);
    await recordAudit(services, { action: 'POLICY_CHANGED', subject: 'frequency cap', count: 1 }, tx);
  });
  return (await contactSettings(services)).cap;
}

/** Sets quiet hours for everybody. The input is checked before. */
export async function setQuietHours(services: Services, settings: QuietSettings): Promise<QuietSettings> {
  const { graph, clock, viewer } = services;
  const channels = [...settings.channels];
  await graph.transaction(async (tx) => {
    await tx.write('consent/steps/contact/contact-settings-save', {
      ...settings,
      channels,
      setBy: viewer.id,
      now: clock.now(),
    });
    await recordAudit(services, { action: 'POLICY_CHANGED', subject: 'quiet hours', count: 1 }, tx);
  });
  return quietSettings(services);
}
