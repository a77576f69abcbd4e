import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AppError } from '../kernel/error.js';

/**
 * What a file of YAML or JSON holds; `like` is one to compare with. Throws INPUT for one that is not there or is
 * neither.
 */
export function readYamlFile(path: string, like: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = (error as { code?: string }).code === 'ENOENT' ? 'does not exist' : 'is no YAML or JSON';
    throw new AppError('INPUT', `${path} ${code}`, `compare with ${like}`);
  }
}
