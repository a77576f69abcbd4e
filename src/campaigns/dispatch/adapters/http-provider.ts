import mustache from 'mustache';
import type { Adapter, Message, Outcome } from '../adapter.js';
import { called } from './http-outcome.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A request of a provider, its texts templates of the message: {{address}}, {{text}}, {{subject}}, {{name}},
 * {{deliveryId}}, {{channel}}.
 */
export interface ProviderSettings {
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly [name: string]: Json };
  readonly as: 'json' | 'form';
  /** The provider drops a delivery id that it had before. */
  readonly idempotent: boolean;
  /** Of a JSON answer: the field (dots go into objects), and the values that mean it was taken or may be tried again. */
  readonly taken?: Taken | undefined;
}

export interface Taken {
  readonly field: string;
  readonly is: readonly (string | number | boolean)[];
  readonly later?: readonly (string | number | boolean)[] | undefined;
}

/** What templates of a request may name. */
export const PROVIDER_FIELDS = [
  ...['address', 'text', 'subject', 'name', 'deliveryId', 'campaignId', 'channel', 'html', 'unsubscribeUrl'],
] as const;

/** Sends by the request of a provider of SMS, WeChat or mini-program messages. */
export function httpProvider(settings: ProviderSettings): Adapter {
  const { url, method, as, idempotent, taken } = settings;
  return {
    ...{ name: 'http', idempotent, personal: true },
    send: (message) => {
      const fields = fieldsOf(message);
      const body = filled(settings.body, fields) as Record<string, Json>;
      const headers = {
        'content-type': as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        ...(filled(settings.headers, fields) as Record<string, string>),
      };
      const text = as === 'json' ? JSON.stringify(body) : new URLSearchParams(texts(body)).toString();
      return called({ url, method, headers, body: text, idempotent, ...(taken && { said: outcomeBy(taken) }) });
    },
  };
}

function fieldsOf(message: Message): Readonly<Record<string, string>> {
  return Object.fromEntries(PROVIDER_FIELDS.map((name) => [name, String(message[name as keyof Message] ?? '')]));
}

/** Every text filled in; JSON and forms escape by themselves. */
function filled(value: Json, fields: Readonly<Record<string, string>>): Json {
  if (typeof value === 'string') return mustache.render(value, fields, {}, { escape: String });
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Json) => filled(one, fields));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, fields)]));
}

function texts(body: Readonly<Record<string, Json>>): Record<string, string> {
  const text = (value: Json) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, text(value)]));
}

/** Providers that answer 200 and say in the body that they refused. */
function outcomeBy({ field, is, later = [] }: Taken): (answer: string) => Outcome {
  return (answer) => {
    const value = valueAt(answer, field.split('.'));
    if (is.some((one) => one === value)) return { state: 'SENT' };
    const what = /^[\w.-]{1,10}$/.test(String(value)) ? value : 'with something else';
    const state = later.some((one) => one === value) ? 'RETRY' : 'FAILED';
    return { state, problem: `the provider answered ${field} ${what}` };
  };
}

function valueAt(answer: string, path: readonly string[]): unknown {
  try {
    return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], JSON.parse(answer));
  } catch {
    return undefined;
  }
}
