import { serverAudits } from 'graphql-http';
import type { CliContext } from '../src/cli/context.js';
import { AppError } from '../src/kernel/error.js';
import { withBenchDatabase } from './database.js';
import { withServer } from './served.js';

/**
 * `npm run bench -- audit`: graphql-http's audit of the server, by its three grades. Throws CONFLICT when one does not
 * pass.
 */
export async function run(_args: string[], context: CliContext): Promise<void> {
  await withBenchDatabase(context, (_services, database) =>
    withServer(context, database, async ({ url, token }) => {
      const fetchFn = (address: string, init: RequestInit = {}) =>
        fetch(address, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
        });
      const results = await Promise.all(serverAudits({ url: `${url}/graphql`, fetchFn }).map((audit) => audit.fn()));
      const count = (status: string) => results.filter((result) => result.status === status).length;
      context.out(
        `graphql-http audit: ${results.length} checks, ${count('ok')} ok, ${count('notice')} notices, ${count('warn')} warnings, ${count('error')} errors`,
      );
      for (const result of results)
        if (result.status !== 'ok') context.out(`${result.status}: ${result.name}: ${result.reason}`);
      if (count('ok') < results.length)
        throw new AppError('CONFLICT', 'the audit does not pass', 'read the lines above');
    }),
  );
}
