import type { Adapter } from '../adapter.js';
import { httpProvider } from './http-provider.js';

export interface MiniProgramSettings {
  /** Where subscribe messages are sent, with the access token or by a gateway that adds it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly templateId: string;
  /** The page that a tap opens; none opens nothing. */
  readonly page?: string | undefined;
  readonly state: 'developer' | 'trial' | 'formal';
  readonly language: string;
  /** Fields of the template by name, such as thing1, each a template of the message. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Errors after which another try may help: busy, the token ran out, the limit of a minute or a day is reached. */
const LATER = [-1, 40001, 40014, 42001, 45009];

/**
 * Sends subscribe messages of a WeChat mini-program. The address is the person's openid in it. WeChat drops no repeats,
 * and takes a message only of who subscribed to the template: error 43101 otherwise, which is final.
 */
export function miniProgram(settings: MiniProgramSettings): Adapter {
  const { url, headers, templateId, page, state, language, fields } = settings;
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
  const body = { touser: '{{address}}', template_id: templateId, miniprogram_state: state, lang: language, data };
  const taken = { field: 'errcode', is: [0], later: LATER };
  const request = { url, headers, method: 'POST', as: 'json', idempotent: false, taken } as const;
  return { ...httpProvider({ ...request, body: page === undefined ? body : { ...body, page } }), name: 'mini-program' };
}
