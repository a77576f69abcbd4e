import { AppError } from '../../kernel/error.js';

/**
 * The one currency there is, or the one wanted. Throws INPUT where there are several and none is named, or no order in
 * the wanted one.
 */
export function chosenCurrency(
  found: readonly { readonly currency: string; readonly orders: number }[],
  wanted: string | undefined,
): string {
  const list = found.map(({ currency, orders }) => `${currency} (${orders} orders)`).join(', ');
  if (found.length === 0)
    throw new AppError('CONFLICT', 'no customer who agreed to profiling has an order yet', 'import orders first');
  if (wanted === undefined && found.length === 1) return found[0]!.currency;
  if (wanted !== undefined && found.some(({ currency }) => currency === wanted)) return wanted;
  throw new AppError(
    'INPUT',
    wanted === undefined ? `orders are in several currencies: ${list}` : `no order is in ${wanted}; there are: ${list}`,
    'name the one to value by, for example --currency CNY; orders in the others are then left out',
  );
}
