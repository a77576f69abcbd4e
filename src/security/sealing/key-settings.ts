import { z } from 'zod';

/** A master key as a setting: 32 bytes in base64. */
const masterKey = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

/** Several of them, parted by commas. */
const masterKeys = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean),
  )
  .refine(
    (keys) => keys.every((key) => masterKey.safeParse(key).success),
    'must be a comma separated list of 32 bytes in base64',
  );

/** Settings of keys, when they are not to lie in the home folder; docs/privacy/sealing.md tells how to change them. */
export const KEY_SETTINGS = {
  GUANXI_KEY: {
    schema: masterKey.optional(),
    example: 'the output of `openssl rand -base64 32`',
    about: 'master key that seals personal data; made once into the home folder when not set',
  },
  GUANXI_KEY_OLD: {
    schema: masterKeys,
    example: 'the former value of GUANXI_KEY',
    about:
      'earlier values of GUANXI_KEY, newest first: they open what they sealed, and the last one stays the lookup key',
  },
  GUANXI_LOOKUP_KEY: {
    schema: masterKey.optional(),
    example: 'the output of `openssl rand -base64 32`',
    about: 'lookup key beside GUANXI_KEY, to change it; derived from the oldest master key when not set',
  },
  GUANXI_LOOKUP_KEY_OLD: {
    schema: masterKeys,
    example: 'the former value of GUANXI_LOOKUP_KEY',
    about: 'earlier values of GUANXI_LOOKUP_KEY, newest first: asked as well, until `guanxi keys reindex` is done',
  },
} as const;
