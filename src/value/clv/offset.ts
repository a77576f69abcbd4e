import { offsetMs } from '../../kernel/calendar/zone.js';
import { DAY_MS } from '../../kernel/clock.js';
import { accessSettings, type Services } from '../../security/index.js';

/** Seconds that the clocks of TIME_ZONE are ahead of UTC at a moment. */
export function offsetOf({ settings }: Pick<Services, 'settings'>, at: Date): number {
  return offsetMs(at.getTime(), accessSettings(settings).TIME_ZONE) / 1000;
}

/** The last millisecond of a day (YYYY-MM-DD) in TIME_ZONE. */
export function endOfDay(services: Pick<Services, 'settings'>, day: string): Date {
  const end = new Date(`${day}T00:00:00Z`).getTime() + DAY_MS - 1;
  return new Date(end - offsetOf(services, new Date(end)) * 1000);
}
