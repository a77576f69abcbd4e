import type { Graph } from '../graph/graph.js';
import { recordAudit, type Services } from '../security/index.js';
import type { Channel } from './consent.js';
import { DEFAULT_QUIET, type QuietSettings } from './quiet-hours.js';

/** What rings or blinks at once; a mail waits until it is read. */
const DEFAULT_CHANNELS: readonly Channel[] = ['ALL', 'CALL', 'SMS', 'WECHAT', 'MINI_PROGRAM', 'GROUP'];

/** The quiet hours that are set, or 21:00 to 08:00 in Shanghai on every channel but mail. */
export async function quietSettings({ graph }: { readonly graph: Pick<Graph, 'read'> }): Promise<QuietSettings> {
  const [set] = await graph.read('consent/steps/contact/contact-settings', {});
  return set ? { ...set, channels: set.channels as Channel[] } : { ...DEFAULT_QUIET, channels: DEFAULT_CHANNELS };
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
