import type { Client } from '../client.js';
import type { Step } from '../referral/questions.js';

/** What the companies view asks of the server. Every function throws `Problem`. */

const MOST = 500;

export interface Company {
  readonly id: string;
  readonly name: string | null;
  readonly city: string | null;
}

/** The client companies by name. */
export async function companies(client: Client): Promise<Company[]> {
  const found = await client.ask<{ companies: Company[] }>(
    'query ($limit: Int!) { companies(limit: $limit, sort: [{ name: ASC }]) { id name city } }',
    { limit: MOST },
  );
  return found.companies;
}

export interface Pair {
  readonly companyId: string;
  readonly name: string | null;
  readonly otherId: string;
  readonly otherName: string | null;
  /** People who work at both, referrals and acquaintances between their people. */
  readonly shared: number;
  readonly referrals: number;
  readonly ties: number;
}

/** Which companies hang together most. */
export async function companyPairs(client: Client, limit: number): Promise<Pair[]> {
  const { companyNetwork } = await client.ask<{ companyNetwork: Pair[] }>(
    'query ($limit: Int!) { companyNetwork(limit: $limit) { companyId name otherId otherName shared referrals ties } }',
    { limit },
  );
  return companyNetwork;
}

export interface Staff {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null } | null;
  readonly role: string | null;
}

export interface Way {
  readonly steps: readonly Step[];
  /** 0..1 */
  readonly probability: number;
  readonly formal: boolean | null;
}

export interface Decision {
  readonly companyId: string;
  readonly name: string | null;
  readonly decisionMaker: Staff | null;
  readonly people: readonly Staff[];
  /** People who do not consent to profiling. */
  readonly notShown: number;
  readonly chains: readonly Way[];
  readonly influencers: readonly (Staff & { readonly score: number })[];
  readonly gatekeepers: readonly (Staff & { readonly chains: number })[];
  readonly waysIn: readonly Way[];
}

/** How a company comes to a decision, and the best ways in. */
export async function decisionChain(client: Client, company: string): Promise<Decision> {
  const found = await client.ask<{ decisionChain: Decision }>(
    `query ($company: ID!) {
      decisionChain(company: $company, first: 5) {
        companyId name notShown
        decisionMaker { customerId customer { alias } role }
        people { customerId customer { alias } role }
        chains { ...way } waysIn { ...way }
        influencers { customerId customer { alias } role score }
        gatekeepers { customerId customer { alias } role chains }
      }
    }
    fragment way on DecisionPath {
      probability formal
      steps { customerId closeness customer { alias city ageBand tier communityId influence } }
    }`,
    { company },
  );
  return found.decisionChain;
}
