/**
 * What can be imported, nodes before what names them: the order in which files are taken, whatever order they are given
 * in.
 */
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
