import { isLoopback } from './api/http/hosts.js';
import { API_SETTINGS } from './api/http/settings.js';
import { DISPATCH_SETTINGS } from './campaigns/index.js';
import { REQUEST_SETTINGS } from './consent/index.js';
import { DATABASE_SETTINGS } from './database/settings.js';
import { type ConfigOf, readSettings, type SettingProblem } from './kernel/settings.js';
import { RETENTION_SETTINGS } from './rights/index.js';
import { ACCESS_SETTINGS, KEY_SETTINGS, POLICY_SETTINGS } from './security/index.js';
import { VALUE_SETTINGS } from './value/index.js';

/** Every setting of the product, each declared by the area that uses it, in the order of the README's table. */
export const SETTINGS = {
  ...API_SETTINGS,
  ...DATABASE_SETTINGS,
  ...KEY_SETTINGS,
  ...POLICY_SETTINGS,
  ...VALUE_SETTINGS,
  ...REQUEST_SETTINGS,
  ...DISPATCH_SETTINGS,
  ...RETENTION_SETTINGS,
  ...ACCESS_SETTINGS,
} as const;

export type Config = ConfigOf<typeof SETTINGS>;

/** Reads the settings from the environment. Throws CONFIG naming every wrong variable at once, each with an example. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return readSettings(SETTINGS, env, (config) => [...passwordProblem(config), ...openProblem(config)]);
}

function passwordProblem({ NEO4J_URI, NEO4J_PASSWORD }: Config): SettingProblem[] {
  if (!NEO4J_URI || NEO4J_PASSWORD) return [];
  const { example } = SETTINGS.NEO4J_PASSWORD;
  return [{ variable: 'NEO4J_PASSWORD', problem: 'is needed with NEO4J_URI', example }];
}

/** Outside production the pages hand out tokens, so others must not reach them by mistake. */
function openProblem({ HOST, NODE_ENV, GUANXI_OPEN }: Config): SettingProblem[] {
  if (NODE_ENV !== 'development' || GUANXI_OPEN === '1' || isLoopback(HOST)) return [];
  const problem = 'lets others reach a server outside production; set GUANXI_OPEN=1 too, or NODE_ENV=production';
  return [{ variable: 'HOST', problem, example: '127.0.0.1' }];
}
