import { DAY_MS } from '../../kernel/clock.js';
import { accessSettings, type Services } from '../../security/index.js';

/** Seconds that the clocks of TIME_ZONE are ahead of UTC at a moment. */
export function offsetOf({ settings }: Pick<Services, 'settings'>, at: Date): number {
  return offsetIn(accessSettings(settings).TIME_ZONE, at);
}

/** The last millisecond of a day (YYYY-MM-DD) in TIME_ZONE. */
export function endOfDay(services: Pick<Services, 'settings'>, day: string): Date {
  const end = new Date(`${day}T00:00:00Z`).getTime() + DAY_MS - 1;
  return new Date(end - offsetOf(services, new Date(end)) * 1000);
}

function offsetIn(zone: string, at: Date): number {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const local = new Date(`${form.format(at).replace(' ', 'T')}Z`).getTime();
  return Math.round(local / 1000 - Math.floor(at.getTime() / 1000));
}
