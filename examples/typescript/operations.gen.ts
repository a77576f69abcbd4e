// Written by `npm run cypher:types` from the .graphql files beside it and schema.graphql; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ConsentPurpose =
  | 'marketing'
  | 'personalisation'
  | 'platform_import'
  | 'profiling'
  | 'referral'
  | 'research'
  | 'service'
  | 'sharing';

export type ContactChannel =
  | 'ALL'
  | 'CALL'
  | 'GROUP'
  | 'MAIL'
  | 'MINI_PROGRAM'
  | 'SMS'
  | 'WECHAT';

export type RecordConsentInput = {
  readonly at?: string | null | undefined;
  readonly channel: ContactChannel;
  readonly customerId: string;
  readonly eventId?: string | null | undefined;
  readonly guardian?: boolean | null | undefined;
  readonly proof?: string | null | undefined;
  readonly purpose: ConsentPurpose;
  readonly refreshed?: boolean | null | undefined;
  readonly textVersion?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly via: string;
};

export type FiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type FiguresQuery = { readonly headline: ReadonlyArray<{ readonly customers: number, readonly profiled: number, readonly lastRunAt: string | null }>, readonly spend: ReadonlyArray<{ readonly currency: string, readonly orders: number, readonly spendMinor: number }> };

export type CustomerPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerPageQuery = { readonly customersConnection: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly alias: string | null, readonly city: string | null, readonly name: string | null } }> } };

export type GiveConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type GiveConsentMutation = { readonly recordConsent: { readonly eventId: string, readonly recorded: boolean } };

/** The text of an operation, which knows its answer and its variables. */
export type Operation<A, V> = string & { readonly __answer?: A; readonly __variables?: V };
export const figuresQuery = "query Figures{headline{customers profiled lastRunAt}spend{currency orders spendMinor}}" as Operation<FiguresQuery, FiguresQueryVariables>;
export const customerPageQuery = "query CustomerPage($first:Int!$after:String){customersConnection(first:$first after:$after sort:[{id:ASC}]){totalCount pageInfo{hasNextPage endCursor}edges{node{id alias city name}}}}" as Operation<CustomerPageQuery, CustomerPageQueryVariables>;
export const giveConsentMutation = "mutation GiveConsent($input:RecordConsentInput!){recordConsent(input:$input){eventId recorded}}" as Operation<GiveConsentMutation, GiveConsentMutationVariables>;
