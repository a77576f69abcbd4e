import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { AppError } from '../error.js';
import { readYaml } from './yaml.js';

/** What a file of settings must be, and how it is spoken of. */
export interface SettingsFile<S extends z.ZodType> {
  readonly schema: S;
  /** Like `the policy`. */
  readonly what: string;
  /** What to do about a file that is wrong. */
  readonly hint: string;
  /** The variable that names the file. */
  readonly variable: string;
  /** Fills in what the file leaves to be filled before it is checked; what cannot be is added to the problems. */
  readonly fill?: (value: unknown, problems: string[]) => unknown;
}

/** Reads and checks a file of settings. Throws CONFIG naming file, line and key of everything wrong. */
export function readSettingsFile<S extends z.ZodType>(path: string, file: SettingsFile<S>): z.output<S> {
  return settingsOf(textOf(path, file), path, file);
}

/** The settings of a text; `path` is for messages. Throws CONFIG. */
export function settingsOf<S extends z.ZodType>(text: string, path: string, file: SettingsFile<S>): z.output<S> {
  const read = readYaml(text, path);
  if ('problem' in read) throw wrong([read.problem], file);
  const unfilled: string[] = [];
  const value = file.fill ? file.fill(read.value, unfilled) : read.value;
  if (unfilled.length > 0)
    throw wrong(
      unfilled.map((problem) => `${path}: ${problem}`),
      file,
    );
  const parsed = file.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path: keys, message }) => `${path}:${read.lineOf(keys)}: ${keys.join('.') || 'file'}: ${message}`,
  );
  throw wrong(problems, file);
}

function textOf(path: string, { what, variable }: SettingsFile<z.ZodType>): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    const hint = `check the path, as it was given or as ${variable} has it`;
    throw new AppError('CONFIG', `${what} ${path} cannot be read (${why})`, hint, {}, error);
  }
}

function wrong(problems: readonly string[], { what, hint }: SettingsFile<z.ZodType>): AppError {
  return new AppError('CONFIG', `${what} is wrong: ${problems.join('; ')}`, hint, { problems });
}
