import type fc from 'fast-check';

/** A request as it goes out: its text is not what a client's library would write. */
export interface Input {
  readonly method: string;
  /** With its query string. */
  readonly path: string;
  readonly body: string | null;
}

/** One place where values come in. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
}

/** As many places as `most` inputs reach, spread over all of them, and how many inputs each gets. */
export function spread<T>(targets: readonly T[], { most, seed }: { readonly most: number; readonly seed: number }) {
  const step = Math.max(1, Math.ceil(targets.length / most));
  const places = targets.filter((_, at) => at % step === seed % step);
  return { places, each: Math.max(1, Math.ceil(most / places.length)) };
}
