import { join } from 'node:path';
import { z } from 'zod';
import { currencyOf } from '../../kernel/input.js';
import { packageRoot } from '../../kernel/root.js';
import { readSettingsFile } from '../../kernel/yaml/yaml-file.js';

const days = (least: number) => z.int().min(least).max(3650);
const atLeast = z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional();
const need = z
  .strictObject({ spendMinor: atLeast, orders: atLeast, clvMinor: atLeast })
  .refine((one) => Object.values(one).some((value) => value !== undefined), 'needs spendMinor, orders or clvMinor');
const tier = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be an id of small letters, digits and - like gold'),
  name: z.string().min(1).max(100),
  nameZh: z.string().min(1).max(100),
  needs: z.array(need).max(10),
});

/** The file of loyalty tiers, from the highest down. */
export const TIERS_FILE = z
  .strictObject({
    version: z.literal(1, { error: 'must be 1' }),
    currency: currencyOf,
    windowDays: days(1),
    noticeDays: days(0),
    keepDays: days(0),
    tiers: z.array(tier).min(2).max(20),
  })
  .superRefine(({ tiers }, context) => {
    const wrong = (at: number, message: string) => context.addIssue({ code: 'custom', path: ['tiers', at], message });
    for (const [at, { id, needs }] of tiers.entries()) {
      if (tiers.findIndex((one) => one.id === id) < at) wrong(at, `${id} stands there twice`);
      if (at < tiers.length - 1 && needs.length === 0) wrong(at, 'needs nothing: only the lowest tier may');
    }
    if (tiers.at(-1)!.needs.length > 0) wrong(tiers.length - 1, 'the lowest tier must need nothing: needs: []');
  });
export type TierRules = z.output<typeof TIERS_FILE>;
export type Need = z.output<typeof need>;

const SHIPPED = join(packageRoot, 'src', 'value', 'tiers', 'tiers.yaml');
let read: { readonly path: string; readonly rules: TierRules } | undefined;

/** The rules in force: of GUANXI_TIERS or as shipped, read at their first use. Throws CONFIG. */
export function tiersInForce(path: string = process.env.GUANXI_TIERS || SHIPPED): TierRules {
  if (read?.path !== path) {
    const hint = 'correct the named lines; compare with src/value/tiers/tiers.yaml';
    const spoken = { schema: TIERS_FILE, what: 'the file of loyalty tiers', hint, variable: 'GUANXI_TIERS' };
    read = { path, rules: readSettingsFile(path, spoken) };
  }
  return read.rules;
}
