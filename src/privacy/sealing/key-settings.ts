import { z } from 'zod';

/** A master key as a setting: 32 bytes in base64. */
export const masterKey = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

/** Several of them, parted by commas. */
export const masterKeys = z
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
