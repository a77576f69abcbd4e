import type { z } from 'zod';
import type { Services } from './services.js';

interface Schemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
}

type Out<S> = S extends z.ZodType ? z.output<S> : unknown;

/** What a handler gets: each part as its schema returned it. */
export interface RestInput<S extends Schemas = Schemas> {
  readonly params: Out<S['params']>;
  readonly query: Out<S['query']>;
  readonly body: Out<S['body']>;
}

/**
 * One REST operation as plain data, so that routes and the OpenAPI document come from the same place. `S` types the
 * handler's input.
 */
export interface RestEndpoint<S extends Schemas = Schemas> {
  readonly method: 'get' | 'post';
  /** With parameters in braces, as OpenAPI writes them: `/api/campaigns/{id}/launch`. */
  readonly path: string;
  readonly summary: string;
  /** The same in Chinese. */
  readonly summaryZh: string;
  /** The operation it is a door to, whose roles and rows hold; the gate asks before the handler runs. */
  readonly operation: string;
  /** False for one that viewers of limited rows may not call though they may ask the operation. */
  readonly limited?: false;
  /** Most values of a request, where rows come in; as many as elsewhere when left out. */
  readonly values?: number;
  readonly params?: S['params'];
  readonly query?: S['query'];
  readonly body?: S['body'];
  /** The answer as it is sent: times as ISO 8601 text. */
  readonly response: z.ZodType;
  /** HTTP status of success; 200 when left out. */
  readonly status?: number;
  handler(services: Services, input: RestInput<S>): Promise<unknown>;
}

/**
 * An endpoint for systems that have no token: they sign what they send, by HMAC-SHA-256 over the time and the raw body.
 */
export interface SignedEndpoint<S extends Schemas = Schemas> extends RestEndpoint<S> {
  /** What may have signed a request with these parameters; none where nothing does. */
  secrets(params: Readonly<Record<string, string>>): readonly string[];
}
