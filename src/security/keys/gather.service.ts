import type { Graph } from '../../graph/graph.js';
import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import { SEALED_FIELDS } from '../policy/index.js';
import { openPerson, sealPerson, type ToldFields } from '../sealing/person.js';
import type { Vault } from '../sealing/vault.js';

type Apart = RowOf<'security/steps/keys/sealed-apart-page'>;

/** Each field by itself, as a version before sealed it. */
const FIELDS = SEALED_FIELDS.map((field) => ({ field, name: `${field}Sealed` }));
const NAMES = FIELDS.map(({ name }) => name);

/**
 * Puts personal fields that a version before sealed one by one under one seal, a page of customers a transaction; of a customer whose key was
 * destroyed only takes away what is left. Where the schema noted none, one short read. Safe to interrupt, and to repeat, which goes on with
 * who is left; what somebody changes meanwhile is read again. Gives how many customers. Throws SETUP when a value does not open, BUSY when
 * another process is at it.
 */
export async function gatherSealed(
  graph: Graph,
  vaultOf: () => Vault | Promise<Vault>,
  { page = 1000 }: { readonly page?: number } = {},
): Promise<number> {
  if (!(await mayLieApart(graph))) return 0;
  const vault = await vaultOf();
  return withLease(graph, { id: 'migrate', seconds: 10, waitMs: 60_000 }, async () => {
    let gathered = 0;
    // until a pass over everybody meets nobody: who was changed under one is met by the next
    for (let pass = await gatherAll(graph, vault, page); pass.seen > 0; pass = await gatherAll(graph, vault, page)) {
      if (pass.gathered === 0) throw contested(pass.seen);
      gathered += pass.gathered;
    }
    await graph.write('security/steps/keys/sealed-apart-done', {});
    return gathered;
  });
}

async function mayLieApart(graph: Graph): Promise<boolean> {
  const [row] = await graph.read('security/steps/keys/sealed-apart', {});
  return row!.apart;
}

interface Pass {
  readonly seen: number;
  readonly gathered: number;
}

async function gatherAll(graph: Graph, vault: Vault, limit: number): Promise<Pass> {
  let [seen, gathered] = [0, 0];
  for (let after: string | null = ''; after !== null; ) {
    const done = await gatherPage(graph, vault, { after, limit });
    seen += done.seen;
    gathered += done.gathered;
    after = done.last;
  }
  return { seen, gathered };
}

function gatherPage(graph: Graph, vault: Vault, asked: { readonly after: string; readonly limit: number }) {
  return graph.transaction(async (tx): Promise<Pass & { readonly last: string | null }> => {
    const found = await tx.read('security/steps/keys/sealed-apart-page', { names: NAMES, ...asked });
    if (found.length === 0) return { seen: 0, gathered: 0, last: null };
    const rows = found.map((row) => ({
      id: row.id,
      apart: row.apart,
      before: row.sealed,
      sealed: together(vault, row),
    }));
    const { gathered } = await tx.write('security/steps/keys/sealed-gather', { names: NAMES, rows });
    return { seen: found.length, gathered, last: found.at(-1)!.id };
  });
}

/** All under one seal, what lies apart laid over what is together: only a server of the version before writes it there. */
function together(vault: Vault, { id, keyWrapped, sealed, apart }: Apart): string | null {
  if (keyWrapped === null) return null;
  try {
    const key = vault.unwrap(keyWrapped);
    const told = FIELDS.filter(({ name }) => typeof apart[name] === 'string');
    const opened = told.map(({ field, name }) => [field, vault.open(key, field, apart[name] as string)] as const);
    return sealPerson(vault, key, { ...openPerson(vault, key, sealed), ...(Object.fromEntries(opened) as ToldFields) });
  } catch (error) {
    throw new AppError(
      'SETUP',
      `what is sealed of customer ${id} does not open with its key`,
      'restore keys.json as it was when the data was sealed; nothing of this customer was changed',
      { customer: id },
      error,
    );
  }
}

function contested(customers: number): AppError {
  return new AppError(
    'CONFLICT',
    `the sealed values of ${customers} customers change while they are put together`,
    'end servers of the version before, then start again',
  );
}
