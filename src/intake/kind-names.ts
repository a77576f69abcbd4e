import { TIE_KINDS } from '../network/index.js';

export const REACTIONS = ['LIKED', 'SHARED', 'COMMENTED_ON'] as const;
export const IDENTITY_KINDS = [
  'PHONE',
  'EMAIL',
  'WECHAT',
  'WEIBO',
  'LINKEDIN',
  'MEMBER_CARD',
  'DEVICE',
  'PAYMENT',
  'ADDRESS',
] as const;

/** What can be imported, nodes before what ties them: the order in which files are taken, whatever order they are given in. */
export const KIND_NAMES = [
  'companies',
  'interests',
  'categories',
  'products',
  'stores',
  'campaigns',
  'customers',
  'consents',
  'employment',
  'customer-interests',
  'identities',
  'source-records',
  'ties',
  'orders',
  'order-lines',
  'posts',
  'reactions',
  'events',
  'touches',
  'conversions',
  'rewards',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

interface Target {
  readonly kind: KindName;
  /** The value that the name itself gives to a field, as `LIKED` gives `kind`. */
  readonly fixed?: Readonly<Record<string, string>>;
}

const withKind = (kind: KindName, names: readonly string[]): [string, Target][] =>
  names.map((name) => [name, { kind, fixed: { kind: name } }]);

/** The labels and relationships of the graph that a mapping file may name, and the kind of row each is. */
export const TARGETS: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['Company', { kind: 'companies' }],
  ['Interest', { kind: 'interests' }],
  ['Category', { kind: 'categories' }],
  ['Product', { kind: 'products' }],
  ['Store', { kind: 'stores' }],
  ['Campaign', { kind: 'campaigns' }],
  ['Customer', { kind: 'customers' }],
  ['ConsentEvent', { kind: 'consents' }],
  ['WORKS_AT', { kind: 'employment' }],
  ['INTERESTED_IN', { kind: 'customer-interests' }],
  ['Identity', { kind: 'identities' }],
  ['SourceRecord', { kind: 'source-records' }],
  ...withKind('ties', TIE_KINDS),
  ['Order', { kind: 'orders' }],
  ['CONTAINS', { kind: 'order-lines' }],
  ['Post', { kind: 'posts' }],
  ...withKind('reactions', REACTIONS),
  ['Event', { kind: 'events' }],
  ['Touch', { kind: 'touches' }],
  ['Conversion', { kind: 'conversions' }],
  ['Reward', { kind: 'rewards' }],
]);
