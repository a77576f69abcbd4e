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

/**
 * Errors after which another try may help: the system is busy (-1), the token is not the latest, wrong or ran out
 * (40001, 40014, 42001), the quota of the day or of the minute is used up (45009, 45011), the same person is sent
 * another message at this moment (43108). By WeChat's page 全局错误码 of the open platform; 43108 by Tencent Cloud's page
 * "Error codes" of subscribe messages. Final by these: 40003 the openid, 40037 the template, 40038 five messages of a
 * lasting subscription a day, 43101 not subscribed, 43107 banned, 45168 a word that is not allowed, 47003 the fields.
 */
const LATER = [-1, 40001, 40014, 42001, 43108, 45009, 45011];

/**
 * Sends subscribe messages of a WeChat mini-program. The address is the person's openid in it. WeChat drops no repeats,
 * and takes a message only of who subscribed to the template: one for each time that they did, error 43101 otherwise,
 * which is final.
 */
export function miniProgram(settings: MiniProgramSettings): Adapter {
  const { url, headers, templateId, page, state, language, fields } = settings;
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
  const body = { touser: '{{address}}', template_id: templateId, miniprogram_state: state, lang: language, data };
  const taken = { field: 'errcode', is: [0], later: LATER };
  const request = { url, headers, method: 'POST', as: 'json', idempotent: false, taken } as const;
  return { ...httpProvider({ ...request, body: page === undefined ? body : { ...body, page } }), name: 'mini-program' };
}
