import { z } from 'zod';
import { wrongInput } from '../../kernel/checked.js';
import { idOf } from '../../kernel/input.js';
import { faultWith } from '../../kernel/words/issues.js';
import { readYaml } from '../../kernel/yaml/yaml.js';
import { RUN_STATES } from './move.js';

export const journeyAsked = z.object({ id: idOf });
export const personAsked = z.object({ customer: idOf });
export const savedInput = z.object({ definition: z.string().min(1).max(100_000), start: z.boolean().default(false) });
export const peopleAsked = z.object({
  journey: idOf,
  step: idOf.nullish(),
  state: z.enum(RUN_STATES).nullish(),
  first: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(700).default(''),
});
export const alertsAsked = z.object({ first: z.int().min(1).max(500).default(100) });

/** What a definition in YAML or JSON says. Throws INPUT with the line of what is wrong with its form. */
export function definitionIn(text: string, path = 'journey'): unknown {
  const read = readYaml(text, path);
  if ('value' in read) return read.value;
  throw wrongInput(path, [faultWith('', read.words)], 'compare with the files of seed/journeys');
}
