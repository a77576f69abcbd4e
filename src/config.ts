import { isLoopback } from './api/http/hosts.js';
import { API_SETTINGS } from './api/http/settings.js';
import { REQUEST_SETTINGS } from './consent/index.js';
import { DATABASE_SETTINGS } from './database/settings.js';
import { type ConfigOf, readSettings, type SettingProblem } from './kernel/settings.js';
import { RETENTION_SETTINGS } from './rights/index.js';
import { ACCESS_SETTINGS, KEY_SETTINGS, POLICY_SETTINGS } from './security/index.js';

/** Every setting of the product, each declared by the area that uses it, in the order of the README's table. */
export const SETTINGS = {
  ...API_SETTINGS,
  ...DATABASE_SETTINGS,
  ...KEY_SETTINGS,
  ...POLICY_SETTINGS,
  ...REQUEST_SETTINGS,
  ...RETENTION_SETTINGS,
  ...ACCESS_SETTINGS,
} as const;

export type Config = ConfigOf<typeof SETTINGS>;

/** Reads the settings from the environment. Throws CONFIG naming every wrong variable at once, each with an example. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return readSettings(SETTINGS, env, (config) => [...passwordProblem(config), ...openProblem(config)]);
}

/** Outside production a server gives tokens to whoever opens its pages: nobody else may reach it by mistake. */
function openProblem({ HOST, NODE_ENV, GUANXI_OPEN }: Config): SettingProblem[] {
  if (NODE_ENV === 'production' || GUANXI_OPEN === '1' || HOST === undefined || isLoopback(HOST)) return [];
  const problem = `is needed for HOST=${HOST} outside production, which lets other machines in`;
  return [{ variable: 'GUANXI_OPEN', problem, example: '1; or leave HOST out, or set NODE_ENV=production' }];
}

function passwordProblem({ NEO4J_URI, NEO4J_PASSWORD }: Config): SettingProblem[] {
  if (!NEO4J_URI || NEO4J_PASSWORD) return [];
  const { example } = SETTINGS.NEO4J_PASSWORD;
  return [{ variable: 'NEO4J_PASSWORD', problem: 'is needed with NEO4J_URI', example }];
}
