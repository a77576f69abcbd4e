import { z } from 'zod';

/** Settings of the audit, of lookups and of alerts on unusual access; docs/privacy/audit.md lists them. */
export const ACCESS_SETTINGS = {
  ANCHOR_MINUTES: {
    schema: z.coerce.number().min(1).max(1440).default(5),
    example: '5',
    about: 'longest time from an audit entry to its anchor outside the database',
  },
  ANCHOR_ENTRIES: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(100),
    example: '100',
    about: 'entries after which the audit is anchored sooner',
  },
  LOOKUPS_PER_DAY: {
    schema: z.coerce.number().int().min(0).max(100_000).default(50),
    example: '50',
    about: 'lookups by phone, mail, handle or name for one viewer in 24 hours, over all servers',
  },
  OWN_COMPANY: {
    schema: z.string().max(200).default(''),
    example: 'B000001',
    about: 'id of the own company: looking up a customer who works there raises an alert',
  },
  TIME_ZONE: {
    schema: z.string().refine(isZone, 'must be a time zone like Asia/Shanghai').default('Asia/Shanghai'),
    example: 'Asia/Shanghai',
    about: 'time zone of the people who use the product',
  },
  WORK_FROM: {
    schema: z.coerce.number().int().min(0).max(23).default(7),
    example: '7',
    about: 'hour the working day begins at; access before it is odd',
  },
  WORK_TO: {
    schema: z.coerce.number().int().min(1).max(24).default(21),
    example: '21',
    about: 'hour the working day ends at; access from it on is odd',
  },
  ALERT_FACTOR: {
    schema: z.coerce.number().min(1).max(100).default(3),
    example: '3',
    about: 'times the usual volume from where on access is unusual',
  },
  ALERT_VOLUME: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(50),
    example: '50',
    about: 'customers opened on a day below which volume is never unusual',
  },
  ALERT_ODD: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(10),
    example: '10',
    about: 'customers opened outside working hours on a day from where on it is unusual',
  },
  ALERT_CUSTOMERS: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(200),
    example: '200',
    about: 'different customers on a day from where on breadth is looked at',
  },
  ALERT_COMMUNITIES: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(10),
    example: '10',
    about: 'different communities that those are spread over for an alert',
  },
} as const;

type Schemas = typeof ACCESS_SETTINGS;
export type AccessSettings = { readonly [K in keyof Schemas]: z.output<Schemas[K]['schema']> };

/** The settings as given, with the default of each that is not. */
export function accessSettings(given: Partial<AccessSettings> = {}): AccessSettings {
  const entries = Object.entries(ACCESS_SETTINGS).map(([name, { schema }]) => {
    return [name, given[name as keyof AccessSettings] ?? schema.parse(undefined)];
  });
  return Object.fromEntries(entries) as AccessSettings;
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
