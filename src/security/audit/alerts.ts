import { plural } from '../../kernel/plural.js';
import type { AccessSettings } from './settings.js';

/** What one viewer opened on one day. */
export interface AccessDay {
  readonly viewer: string;
  readonly role: string;
  /** YYYY-MM-DD, of the setting TIME_ZONE. */
  readonly day: string;
  /** Customers, each time they were opened. */
  readonly opened: number;
  /** Those outside working hours. */
  readonly odd: number;
}

/**
 * How widely one viewer looked on one day: different customers, their communities, and colleagues looked for one by
 * one.
 */
export interface AccessBreadth {
  readonly viewer: string;
  readonly role: string;
  readonly day: string;
  readonly customers: number;
  readonly communities: number;
  readonly colleagues: number;
}

export const ALERT_RULES = ['OWN_HISTORY', 'PEERS', 'ODD_HOURS', 'BREADTH', 'COLLEAGUES', 'BREAK_GLASS'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

export interface Alert {
  /** `rule|viewer|role|day`, so that the same finding again is the same alert. */
  readonly id: string;
  readonly rule: AlertRule;
  readonly severity: 'LOW' | 'MEDIUM' | 'HIGH';
  readonly viewer: string;
  readonly role: string;
  readonly at: Date;
  /** What was measured, and from where on it is unusual. */
  readonly value: number;
  readonly bound: number;
  readonly why: string;
  readonly whyZh: string;
}

/** Fewer days or peers tell no habit. */
const HABIT_DAYS = 5;
const HABIT_PEERS = 3;
/** Who works at odd hours anyway: this share of all they opened before. */
const ODD_SHARE = 0.25;

/** Alerts on volume and hours of the days from `since` (YYYY-MM-DD) on; the days before are history. */
export function volumeAlerts(days: readonly AccessDay[], since: string, settings: AccessSettings): Alert[] {
  return days
    .filter(({ day }) => day >= since)
    .flatMap((day) => [ownHistory(days, day, settings), peers(days, day, settings), oddHours(days, day, settings)])
    .filter((alert) => alert !== null);
}

/** Alerts on breadth and on colleagues. */
export function breadthAlerts(days: readonly AccessBreadth[], settings: AccessSettings): Alert[] {
  return days.flatMap((day) => [breadth(day, settings), colleagues(day)]).filter((alert) => alert !== null);
}

/** More than ALERT_FACTOR times the median of the viewer's own days before, of which there are five or more. */
function ownHistory(days: readonly AccessDay[], today: AccessDay, settings: AccessSettings): Alert | null {
  const own = days.filter((d) => isOf(d, today) && d.day < today.day).map((d) => d.opened);
  if (own.length < HABIT_DAYS) return null;
  const usual = median(own);
  const bound = Math.max(settings.ALERT_VOLUME, settings.ALERT_FACTOR * usual);
  if (today.opened <= bound) return null;
  const why = `opened ${today.opened} customers on ${today.day}; on a usual day it is ${usual}`;
  const whyZh = `${today.day} 打开了 ${today.opened} 位客户的资料，平日为 ${usual} 位`;
  return alertOf('OWN_HISTORY', today, { value: today.opened, bound, why, whyZh });
}

/** More than ALERT_FACTOR times the median day of three or more others of the role, up to that day. */
function peers(days: readonly AccessDay[], today: AccessDay, settings: AccessSettings): Alert | null {
  const others = days.filter((d) => d.role === today.role && d.viewer !== today.viewer && d.day <= today.day);
  const many = new Set(others.map((d) => d.viewer)).size;
  if (many < HABIT_PEERS) return null;
  const usual = median(others.map((d) => d.opened));
  const bound = Math.max(settings.ALERT_VOLUME, settings.ALERT_FACTOR * usual);
  if (today.opened <= bound) return null;
  const why = `opened ${today.opened} customers on ${today.day}; ${many} others of the role open ${usual} on a usual day`;
  const whyZh = `${today.day} 打开了 ${today.opened} 位客户的资料，同角色另外 ${many} 人平日为 ${usual} 位`;
  return alertOf('PEERS', today, { value: today.opened, bound, why, whyZh });
}

/** ALERT_ODD or more outside working hours, by someone of whose openings before less than a quarter were. */
function oddHours(days: readonly AccessDay[], today: AccessDay, settings: AccessSettings): Alert | null {
  const before = days.filter((d) => isOf(d, today) && d.day < today.day);
  const opened = before.reduce((sum, d) => sum + d.opened, 0);
  const odd = before.reduce((sum, d) => sum + d.odd, 0);
  if (today.odd < settings.ALERT_ODD || (opened > 0 && odd / opened >= ODD_SHARE)) return null;
  const hours = `${settings.WORK_FROM}-${settings.WORK_TO}`;
  const why = `opened ${today.odd} customers outside working hours (${hours}) on ${today.day}`;
  const whyZh = `${today.day} 在工作时间（${hours} 点）以外打开了 ${today.odd} 位客户的资料`;
  return alertOf('ODD_HOURS', today, { value: today.odd, bound: settings.ALERT_ODD, why, whyZh });
}

/** Many different customers, spread over many communities: somebody who collects rather than serves. */
function breadth(today: AccessBreadth, settings: AccessSettings): Alert | null {
  const { customers, communities, day } = today;
  if (customers < settings.ALERT_CUSTOMERS || communities < settings.ALERT_COMMUNITIES) return null;
  const why = `opened ${customers} different customers of ${communities} communities on ${day}`;
  const whyZh = `${day} 打开了 ${communities} 个社群中 ${customers} 位不同客户的资料`;
  return alertOf('BREADTH', today, { value: customers, bound: settings.ALERT_CUSTOMERS, why, whyZh });
}

function colleagues(today: AccessBreadth): Alert | null {
  const { colleagues: value, day } = today;
  if (value === 0) return null;
  const why = `looked at ${value} ${plural(value, 'customer who works', 'customers who work')} at the own company on ${day}`;
  const whyZh = `${day} 查看了 ${value} 位在本公司任职的客户`;
  return alertOf('COLLEAGUES', today, { value, bound: 1, why, whyZh });
}

type Told = Pick<Alert, 'value' | 'bound' | 'why' | 'whyZh'>;
type Who = Pick<AccessDay, 'viewer' | 'role' | 'day'>;

function alertOf(rule: AlertRule, { viewer, role, day }: Who, told: Told): Alert {
  const severity = rule === 'COLLEAGUES' || told.value >= 3 * told.bound ? 'HIGH' : 'MEDIUM';
  const at = new Date(`${day}T00:00:00Z`);
  return { id: [rule, viewer, role, day].join('|'), rule, severity, viewer, role, at, ...told };
}

function isOf(a: Who, b: Who): boolean {
  return a.viewer === b.viewer && a.role === b.role;
}

/** Of a list that is not empty. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
