/**
 * The word that goes with a count: `one` for exactly 1, `many` for every other, 0 and fractions too; `one` and an s
 * where it is not said.
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}
