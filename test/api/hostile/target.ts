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
