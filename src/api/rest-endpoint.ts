import type { z } from 'zod';
import type { Role } from '../kernel/role.js';
import type { Services } from '../kernel/services.js';

/** What a handler gets: each part as its schema returned it, `{}` where the endpoint has no schema for it. */
export interface RestInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** One REST operation as plain data, so that routes and the OpenAPI document come from the same place. */
export interface RestEndpoint {
  readonly method: 'get' | 'post';
  /** With parameters in braces, as OpenAPI writes them: `/api/campaigns/{id}/launch`. */
  readonly path: string;
  readonly summary: string;
  /** Roles that may call; the mounting side checks them before the handler runs. */
  readonly roles: readonly Role[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly response: z.ZodType;
  /** HTTP status of success; 200 when left out. */
  readonly status?: number;
  handler(services: Services, input: RestInput): Promise<unknown>;
}

type Out<S> = S extends z.ZodObject ? z.output<S> : unknown;

/** An endpoint whose handler sees its own schemas' types. */
export function restEndpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodObject | undefined = undefined,
>(endpoint: {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: z.ZodType;
  readonly status?: number;
  handler(services: Services, input: { params: Out<P>; query: Out<Q>; body: Out<B> }): Promise<unknown>;
}): RestEndpoint {
  return endpoint as unknown as RestEndpoint;
}
