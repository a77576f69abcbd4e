import { readFileSync } from 'node:fs';
import { AppError } from '../kernel/error.js';
import { readYaml } from '../kernel/yaml/yaml.js';

/**
 * What a file of YAML or JSON holds; `like` is one to compare with. Throws INPUT for one that is not there, or with the
 * line of what is wrong with its form.
 */
export function readYamlFile(path: string, like: string): unknown {
  const read = readYaml(textOf(path, like), path);
  if ('problem' in read) throw new AppError('INPUT', read.problem, `compare with ${like}`);
  return read.value;
}

function textOf(path: string, like: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw new AppError('INPUT', `${path} ${missing ? 'does not exist' : 'cannot be read'}`, `compare with ${like}`);
  }
}
