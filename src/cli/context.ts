import type { Config } from '../config.js';

/** What a command gets: the settings, and where its lines go. */
export interface CliContext {
  readonly config: Config;
  /** A line of the answer, on standard output. */
  out(line: string): void;
  /** A line about the work, on standard error. */
  err(line: string): void;
  /** Columns of the terminal that the answer goes to; undefined where it goes into a file or another program. */
  readonly width?: number | undefined;
}
