import type { Argument, Option } from 'commander';
import type { z } from 'zod';
import type { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import type { CliContext } from './context.js';
import type { Session } from './session.js';

/** One command of `guanxi`, declared as data; run.ts builds, checks, calls and prints it. */
export interface Command<I = never> {
  /** The words after `guanxi`, like `fraud review`. */
  readonly name: string;
  /** What it does, as an imperative sentence without a full stop. */
  readonly about: string;
  /** Words after `guanxi` that work as printed on the made world. */
  readonly example: string;
  /**
   * The operation of the API that it is a door to: who may ask that may run this. `null` where it shows nothing of
   * people; admin alone where it is left out; `by statement` where the command itself asks for the statement it is
   * given.
   */
  readonly door?: string | null;
  readonly args?: readonly Argument[];
  readonly options?: readonly Option[];
  /**
   * What `--format` takes, the default first; no such option where it is empty. Rows are printed as table, JSON or CSV.
   */
  readonly formats?: readonly string[];
  /** What arguments and options must be, where no service checks it. */
  readonly input?: z.ZodType<I>;
  /** Lets options through that it does not know. */
  readonly anyOption?: boolean;
  /** The answer from services on the database, which is open while it works. */
  readonly answer?: (services: Services, input: I, at: Session & { readonly context: CliContext }) => Promise<Answer>;
  /** What needs no services, or opens the database in its own way. */
  readonly run?: (context: CliContext, input: I) => Answer | Promise<Answer | undefined>;
}

/** What a command found, before it is printed. */
export interface Answer {
  readonly rows?: readonly object[];
  /** What a table shows of the rows, where they have more columns than fit. */
  readonly table?: readonly object[];
  /** Lines that stand for the table. */
  readonly instead?: string | readonly string[] | undefined;
  /** What JSON shows where the answer is more than its rows. */
  readonly whole?: unknown;
  /** Lines below the table, or the answer where there are no rows. */
  readonly said?: string | readonly (string | null)[] | null;
  /** Lines about the work, on standard error. */
  readonly notes?: readonly string[];
  /** Thrown once everything is printed, so that the exit code tells. */
  readonly failure?: AppError | undefined;
}

/** A command whose input has a type. */
export function command<I>(declared: Command<I>): Command {
  return declared as unknown as Command;
}

/** `--format` of a command whose answer is more than rows: there is no CSV of it. */
export const TABLE_OR_JSON = ['table', 'json'] as const;
