import { recordAudit, type Services } from '../security/index.js';
import type { Channel } from './consent.js';
import { DEFAULT_QUIET, nextAllowed, type QuietHours } from './quiet-hours.js';

/** Quiet hours as they are set for everybody. */
export interface QuietSettings extends QuietHours {
  readonly channels: readonly Channel[];
}

/** What rings or blinks at once; a mail waits until it is read. */
const DEFAULT_CHANNELS: readonly Channel[] = ['ALL', 'CALL', 'SMS', 'WECHAT', 'MINI_PROGRAM', 'GROUP'];

/** The quiet hours that are set, or 21:00 to 08:00 in Shanghai on every channel but mail. */
export async function quietSettings({ graph }: Pick<Services, 'graph'>): Promise<QuietSettings> {
  const [set] = await graph.read('consent/steps/contact/contact-settings', {});
  return set ? { ...set, channels: set.channels as Channel[] } : { ...DEFAULT_QUIET, channels: DEFAULT_CHANNELS };
}

/** The quiet hours of a channel where the customer lives; null when the channel has none. `timeZone` null takes the set one. */
export async function quietHoursFor(
  services: Services,
  channel: Channel,
  timeZone: string | null,
): Promise<QuietHours | null> {
  const { channels, ...quiet } = await quietSettings(services);
  return channels.includes(channel) ? { ...quiet, timeZone: timeZone ?? quiet.timeZone } : null;
}

/** When a customer of a time zone may be reached on the channel first; null where that is now. `timeZone` null takes the set one. */
export async function quietFrom(
  services: Services,
  channel: Channel,
): Promise<(timeZone: string | null) => Date | null> {
  const { channels, ...quiet } = await quietSettings(services);
  const known = new Map<string, Date | null>();
  return (timeZone) => {
    if (!channels.includes(channel)) return null;
    const zone = timeZone ?? quiet.timeZone;
    if (!known.has(zone)) known.set(zone, nextAllowed(services.clock.now(), { ...quiet, timeZone: zone }));
    return known.get(zone)!;
  };
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
