import { Option } from 'commander';
import { FORMATS } from './table.js';

/** `--format` of a command that prints rows. */
export function rowsFormat(): Option {
  return new Option('--format <format>', 'how rows are printed').choices(FORMATS).default('table');
}

/** `--format` of a command whose answer is more than rows: there is no CSV of it. */
export function answerFormat(): Option {
  return new Option('--format <format>', 'how the answer is printed').choices(['table', 'json']).default('table');
}

/** The text as a number; what is none is refused by the service, which names the setting. */
export function number(flags: string, about: string): Option {
  return new Option(flags, about).argParser(Number);
}
