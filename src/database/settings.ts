import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../kernel/root.js';
import type { ConfigOf } from '../kernel/settings.js';
import { LINES, OLDEST } from './line.js';

/** Which database, and where local state lies. */
export const DATABASE_SETTINGS = {
  GUANXI_HOME: {
    schema: z.string().min(1).default(join(packageRoot, '.guanxi')),
    example: '.guanxi',
    about: 'folder of all local state',
  },
  GUANXI_DB: {
    schema: z.enum(['auto', 'docker', 'local']).default('auto'),
    example: 'local',
    about: 'which way the database comes up when NEO4J_URI is not set',
  },
  GUANXI_NEO4J: {
    schema: z.enum(LINES.map(({ name }) => name)).default(OLDEST.name),
    example: '2026',
    about: `line of the local server: ${LINES.map(({ name, java }) => `${name} needs Java ${java} or newer`).join(', ')}`,
  },
  GUANXI_HEAP: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,5}[mg]$/i, 'must be a size like 512m or 2g')
      .optional(),
    example: '2g',
    about: "heap of the database that is started here; a quarter of the machine's memory when not set",
  },
  NEO4J_URI: {
    schema: z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s]+$/, 'must start with bolt:// or neo4j://')
      .optional(),
    example: 'neo4j://127.0.0.1:7687',
    about: 'a database of your own',
  },
  NEO4J_USER: { schema: z.string().min(1).default('neo4j'), example: 'neo4j', about: 'its user' },
  NEO4J_PASSWORD: {
    schema: z.string().min(1).optional(),
    example: 'the password of that user',
    about: 'its password; needed with NEO4J_URI',
  },
  NEO4J_DATABASE: { schema: z.string().min(1).default('neo4j'), example: 'neo4j', about: 'name of the database in it' },
} as const;

export type DatabaseConfig = ConfigOf<typeof DATABASE_SETTINGS>;
