import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { timeOf } from '../../../kernel/input.js';
import {
  archiveSegment,
  conditionKinds,
  previewSegment,
  refreshSegment,
  refreshSegments,
  saveSegment,
  segmentHistory,
  segmentMembers,
  segmentMovesShown,
  segmentRule,
  segmentRules,
  updateSegment,
} from '../../../value/index.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, number, option, required } from '../../options.js';
import { readYamlFile } from '../../yaml-input.js';

const file = argument('<file>', 'YAML or JSON with id, name, nameZh and rule, like those in seed/segments');
const segment = argument('<id>', 'id of a segment');
const fileOf = (path: string) => readYamlFile(path, 'seed/segments/dormant.yaml');
/** The file, or those of a folder in the order of their names. */
export function segmentFiles(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => /\.(ya?ml|json)$/.test(name));
  return files.sort().map((name) => join(path, name));
}

const limit = z.looseObject({ first: z.number().int().min(1).max(1000) });

/** `guanxi segments`: groups of customers by rules, with their versions, members and moves. */
export const SEGMENTS = [
  command({
    name: 'segments list',
    about: 'list the segments that rules make',
    example: 'segments list',
    door: 'segmentRules',
    answer: async (services) => ({
      rows: (await segmentRules(services)).map(({ id, name, nameZh, version, customers, refreshedAt, archivedAt }) => {
        return { id, name, nameZh, version, customers, refreshedAt, archivedAt };
      }),
    }),
  }),
  command<{ id: string }>({
    name: 'segments show',
    about: 'show the rule of a segment and its versions',
    example: 'segments show dormant',
    door: 'segmentRule',
    args: [segment],
    formats: TABLE_OR_JSON,
    answer: async (services, { id }) => {
      const whole = await segmentRule(services, id);
      const rows = whole.versions.map(({ rule, ...one }) => ({ ...one, rule: JSON.stringify(rule) }));
      return { whole, rows, said: `${whole.name}: ${whole.customers} customers` };
    },
  }),
  command<{ file: string }>({
    name: 'segments create',
    about: 'make a segment from a file, or from each of a folder, and put in who fits; a changed rule is a new version',
    example: 'segments create seed/segments/rfm',
    door: 'createSegment',
    args: [argument('<file>', 'YAML or JSON with id, name, nameZh and rule, or a folder of such files')],
    formats: [],
    answer: async (services, { file: path }) => {
      const said: string[] = [];
      for (const one of segmentFiles(path)) {
        const { id, version, customers } = await saveSegment(services, fileOf(one));
        said.push(`${id}: version ${version}, ${customers} customers`);
      }
      return { said };
    },
  }),
  command<{ file: string }>({
    name: 'segments update',
    about: 'give a segment that there is the rule and the names of a file; a changed rule is a new version',
    example: 'segments update seed/segments/dormant.yaml',
    door: 'updateSegment',
    args: [file],
    formats: [],
    answer: async (services, { file: path }) => {
      const { id, version, customers } = await updateSegment(services, fileOf(path));
      return { said: `${id}: version ${version}, ${customers} customers` };
    },
  }),
  command({
    name: 'segments conditions',
    about: 'list the conditions that a rule may have, each with an example',
    example: 'segments conditions',
    door: 'segmentConditions',
    answer: async () => ({
      rows: conditionKinds().map(({ name, about, example }) => ({ name, about, example })),
    }),
  }),
  command<{ file: string; first: number }>({
    name: 'segments preview',
    about: 'test a rule: how many fit it, who first, and how many it cannot look at; writes nothing',
    example: 'segments preview seed/segments/dormant.yaml',
    door: 'previewSegment',
    args: [file],
    options: [number('--first <n>', 'how many to show, 1 to 1000', 10)],
    formats: TABLE_OR_JSON,
    input: limit as never,
    answer: async (services, { file: path, first }) => {
      const whole = await previewSegment(services, (fileOf(path) as { rule?: unknown })?.rule, first);
      const out = whole.notProfiled > 0 ? `; ${whole.notProfiled} do not consent to profiling and are left out` : '';
      return { whole, rows: whole.sample, said: `${whole.customers} customers fit${out}` };
    },
  }),
  command<{ id: string; first: number; after: string }>({
    name: 'segments members',
    about: 'list the members of a segment, since when and why',
    example: 'segments members rfm:champions --first 5',
    door: 'segmentMembers',
    args: [segment],
    options: [
      number('--first <n>', 'how many, 1 to 1000', 100),
      option('--after <id>', 'the last of the page before', ''),
    ],
    input: limit as never,
    answer: async (services, { id, first, after }) => ({
      rows: await segmentMembers(services, { id, after, limit: first }),
    }),
  }),
  command<{ id: string; customer?: string; first: number }>({
    name: 'segments history',
    about: 'list who came to a segment and left it, when and why',
    example: 'segments history dormant --first 5',
    door: 'segmentHistory',
    args: [segment],
    options: [option('--customer <id>', 'of one customer'), number('--first <n>', 'how many, 1 to 1000', 100)],
    input: limit as never,
    answer: async (services, { id, customer, first }) => ({
      rows: await segmentHistory(services, { id, customer: customer ?? null, limit: first }),
    }),
  }),
  command<{ since: Date; segment?: string; first: number; after: string }>({
    name: 'segments moves',
    about: 'list who entered or left segments since a time, the oldest first',
    example: 'segments moves --since 2026-01-01T00:00:00Z --segment dormant --first 5',
    door: 'segmentMoves',
    options: [
      required('--since <time>', 'from then on, like 2026-03-01T00:00:00Z'),
      option('--segment <id>', 'of one segment'),
      number('--first <n>', 'how many, 1 to 1000', 100),
      option('--after <key>', 'key of the last row of the page before', ''),
    ],
    input: z.looseObject({ since: timeOf, first: z.number().int().min(1).max(1000) }) as never,
    answer: async (services, { since, segment, first, after }) => ({
      rows: await segmentMovesShown(services, { since, segments: segment ? [segment] : [], after, limit: first }),
    }),
  }),
  command<{ id: string }>({
    name: 'segments archive',
    about: 'end a segment: everybody leaves it, its versions and moves stay',
    example: 'segments archive dormant',
    door: 'archiveSegment',
    args: [segment],
    formats: [],
    answer: async (services, { id }) => {
      await archiveSegment(services, id);
      return { said: `${id} is archived; create it again to bring it back` };
    },
  }),
  command<{ id?: string }>({
    name: 'segments refresh',
    about: 'compare the members of a segment, or of all, with the rule, and let in and out who changed',
    example: 'segments refresh',
    door: 'refreshSegment',
    args: [argument('[id]', 'id of a segment; all when left out')],
    answer: async (services, { id }) => ({
      rows: id === undefined ? await refreshSegments(services) : [await refreshSegment(services, id)],
    }),
  }),
];
