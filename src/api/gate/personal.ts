import { type ApiContext, personalField, SEALED_FIELDS } from '../../security/index.js';

/**
 * Resolvers of Customer's personal fields: the only way from the API to what is sealed. A row that has its customer's
 * id will do.
 */
export const personalResolvers = Object.fromEntries(
  SEALED_FIELDS.map((field) => [
    field,
    ({ id }: { readonly id: unknown }, _args: unknown, { services }: ApiContext) =>
      personalField(services, String(id), field),
  ]),
);
