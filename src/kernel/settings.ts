import type { z } from 'zod';
import { AppError } from './error.js';
import './input.js';

/** One setting: what it may be and its default, an example for the message when it is wrong, and what it is for. */
export interface Setting {
  readonly schema: z.ZodType;
  readonly example: string;
  readonly about: string;
}

export type ConfigOf<S extends Readonly<Record<string, Setting>>> = {
  readonly [K in keyof S]: z.output<S[K]['schema']>;
};

export interface SettingProblem {
  readonly variable: string;
  readonly problem: string;
  readonly example: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings from the environment; an empty variable is one that is not set. Throws CONFIG naming every wrong one,
 * each with an example.
 */
export function readSettings<S extends Readonly<Record<string, Setting>>>(
  settings: S,
  env: Env = process.env,
  more: (config: ConfigOf<S>) => readonly SettingProblem[] = () => [],
): ConfigOf<S> {
  const config: Record<string, unknown> = {};
  const problems: SettingProblem[] = [];
  for (const [variable, { schema, example }] of Object.entries(settings)) {
    const parsed = schema.safeParse(env[variable] === '' ? undefined : env[variable]);
    if (parsed.success) config[variable] = parsed.data;
    else problems.push({ variable, problem: parsed.error.issues.map((i) => i.message).join('; '), example });
  }
  const found = more(config as ConfigOf<S>).filter((p) => !problems.some(({ variable }) => variable === p.variable));
  if (problems.length + found.length > 0) throw wrongSettings([...problems, ...found]);
  return config as ConfigOf<S>;
}

function wrongSettings(problems: readonly SettingProblem[]): AppError {
  return new AppError(
    'CONFIG',
    `wrong settings: ${problems.map((p) => `${p.variable} (${p.problem})`).join(', ')}`,
    problems.map((p) => `${p.variable}: for example ${p.example}`).join('; '),
    { problems },
  );
}
