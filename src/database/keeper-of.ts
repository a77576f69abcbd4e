import { AppError } from '../kernel/error.js';
import { composeKeeper } from './docker/compose-keeper.js';
import { chooseWay, localFolder } from './ensure.js';
import type { Keeper } from './keeper.js';
import { serverHome } from './local/home.js';
import { liveState } from './local/local.js';
import { localKeeper } from './local/local-keeper.js';
import type { Env } from './running.js';
import type { DatabaseConfig } from './settings.js';

/** Who keeps this GUANXI_HOME's database. Throws INPUT for one given by NEO4J_URI, SETUP when no way is there. */
export async function keeperOf(config: DatabaseConfig, env: Env): Promise<Keeper> {
  if (config.NEO4J_URI !== undefined)
    throw new AppError(
      'INPUT',
      'NEO4J_URI names a database that is not kept here',
      'do this where it runs, with its own tools (neo4j-admin); or unset NEO4J_URI to work on the database kept here',
    );
  if (liveState(serverHome(localFolder(config))) !== undefined) return localKeeper(config, env);
  const { way } = await chooseWay(config, env, true);
  return way === 'docker' ? composeKeeper(config, env) : localKeeper(config, env);
}
