/** A tour of the API: questions, paging, errors, and a change that is safe to repeat. */
import { type Connection, GuanxiError, guanxi, pages } from './client.js';
import { customerPageQuery, figuresQuery, giveConsentMutation } from './operations.gen.js';

export async function tour(connection: Connection, customer: string): Promise<string[]> {
  const client = guanxi(connection);
  const said: string[] = [];

  const { headline, spend } = await client.ask(figuresQuery, {});
  said.push(`${headline[0]!.profiled} of ${headline[0]!.customers} customers consent to profiling`);
  for (const { currency, spendMinor } of spend) said.push(`${spendMinor / 100} ${currency} spent`);

  let seen = 0;
  const pageAfter = async (after: string | null) =>
    (await client.ask(customerPageQuery, { first: 20, after })).customersConnection;
  for await (const { edges } of pages(pageAfter)) seen += edges.length;
  said.push(`${seen} customers in pages of 20`);

  const input = { customerId: customer, purpose: 'marketing', channel: 'SMS', via: 'form', textVersion: '1' } as const;
  for (let time = 1; time <= 2; time += 1) {
    const { recordConsent } = await client.ask(giveConsentMutation, {
      input: { ...input, eventId: `tour-${customer}` },
    });
    said.push(`consent ${recordConsent.recorded ? 'recorded' : 'known already'}`);
  }
  const may = (await client.get(`/api/customers/${customer}/may-contact?purpose=marketing&channel=SMS`)) as {
    readonly allowed: boolean;
  };
  said.push(`may be contacted by SMS: ${may.allowed}`);

  const refused = await client.get('/api/questions/rfm?limit=5000').catch((error: unknown) => error);
  if (refused instanceof GuanxiError) said.push(`${refused.code}: ${refused.hint}`);
  return said;
}
