import { z } from 'zod';
import { ROLES } from '../../kernel/role.js';
import { SEALED_FIELDS } from './sealed-fields.js';

/** What may be said of a class that can be masked, and of one that cannot: half a score is no score. */
const masking = z.enum(['open', 'masked', 'hidden']);
const showing = z.enum(['open', 'hidden']);
export type Seen = z.output<typeof masking>;

export const FIELD_CLASSES = ['identity', 'contact', 'behaviour', 'score', 'freeText'] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

const word = z.string().min(1).max(100);
const words = z.array(word);
const roles = z.array(z.enum(ROLES, { error: `must be roles out of ${ROLES.join(', ')}` })).min(1);

const role = z.strictObject({
  identity: masking,
  contact: masking,
  behaviour: showing,
  score: showing,
  freeText: showing,
  purpose: word,
});

/** The rows a department sees; a list that is left out limits nothing. */
const department = z
  .strictObject({
    regions: words.min(1).optional(),
    cities: words.min(1).optional(),
    stores: words.min(1).optional(),
  })
  .refine((limits) => Object.keys(limits).length > 0, 'limits no rows: give regions, cities or stores');

const perRole = z.strictObject(
  Object.fromEntries(ROLES.map((name) => [name, role])) as Record<(typeof ROLES)[number], typeof role>,
);

/** The policy file. */
export const POLICY = z
  .strictObject({
    version: z.literal(1, { error: 'must be 1' }),
    classes: z.strictObject({ identity: words, contact: words, behaviour: words, score: words, freeText: words }),
    roles: perRole,
    /** Who the command line is. */
    commandLine: z
      .strictObject({ role: z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}` }), purpose: word })
      .default({ role: 'admin', purpose: 'administration' }),
    /** Who opens names and addresses for messages that leave. */
    sending: z
      .strictObject({ role: z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}` }), purpose: word })
      .default({ role: 'admin', purpose: 'campaigns' }),
    purposes: z.record(word, z.strictObject({ roles, consent: word.optional() })),
    departments: z.record(word, department).default({}),
    /** Where it is there, viewers of limited rows may ask these operations only, of those that are open to them. */
    limited: words.optional(),
    reads: z.record(z.string().regex(/^\w+\.\w+$/, 'must be Type.field'), roles).default({}),
    /** Narrows the roles that operations declare. */
    operations: z.record(word, roles).default({}),
  })
  .superRefine((policy, context) => {
    const wrong = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    checkClasses(policy.classes, wrong);
    for (const name of ROLES) {
      const { purpose } = policy.roles[name];
      if (!policy.purposes[purpose]?.roles.includes(name))
        wrong(['roles', name, 'purpose'], `${purpose} is no purpose that ${name} may state`);
    }
    for (const who of ['commandLine', 'sending'] as const) {
      const { role: name, purpose } = policy[who];
      if (!policy.purposes[purpose]?.roles.includes(name))
        wrong([who, 'purpose'], `${purpose} is no purpose that ${name} may state`);
    }
  });

export type Policy = z.output<typeof POLICY>;

type Wrong = (path: PropertyKey[], message: string) => void;

/** Every sealed field is of identity or contact, those hold nothing else, and no field is of two classes. */
function checkClasses(classes: Readonly<Record<FieldClass, readonly string[]>>, wrong: Wrong): void {
  const sealed: readonly string[] = SEALED_FIELDS;
  const first = new Map<string, FieldClass>();
  for (const name of FIELD_CLASSES)
    classes[name].forEach((field, at) => {
      const other = first.get(field);
      if (other) wrong(['classes', name, at], `${field} is of ${other} already`);
      first.set(field, name);
      const isSealed = sealed.includes(field);
      if (isSealed !== (name === 'identity' || name === 'contact'))
        wrong(['classes', name, at], isSealed ? `${field} is of identity or contact` : `${field} is no sealed field`);
    });
  for (const field of sealed) if (!first.has(field)) wrong(['classes'], `${field} is in no class`);
}
