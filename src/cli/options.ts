import { Argument, InvalidArgumentError, Option } from 'commander';

/** An argument, like `<customer>` or `[id]`; one of `choices` where they are given. */
export function argument(name: string, about?: string, choices?: readonly string[]): Argument {
  const made = new Argument(name, about);
  return choices ? made.choices(choices) : made;
}

/** An argument that may be typed in small letters, where the API has capitals. */
export function capitals(name: string, about: string): Argument {
  return new Argument(name, about).argParser((text) => text.toUpperCase());
}

/** An option of text, or a switch where its flags name no value. */
export function option(flags: string, about: string, standard?: unknown): Option {
  return new Option(flags, about).default(standard);
}

/** An option without which the command does not run. */
export function required(flags: string, about: string): Option {
  return new Option(flags, about).makeOptionMandatory();
}

/** An option that is one of a few words. */
export function choice(flags: string, about: string, choices: readonly string[], standard?: string): Option {
  return new Option(flags, about).choices(choices).default(standard);
}

/** An option that is a number; its bounds are those of the schema or the service. */
export function number(flags: string, about: string, standard?: number): Option {
  return new Option(flags, about).argParser(numberOf).default(standard);
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('write a number, like 20;');
}
