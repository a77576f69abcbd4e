import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../../src/campaigns/dispatch/adapter.js';
import { callList } from '../../../src/campaigns/dispatch/adapters/call-list.js';
import { httpProvider } from '../../../src/campaigns/dispatch/adapters/http-provider.js';
import { smtp } from '../../../src/campaigns/dispatch/adapters/smtp.js';
import { sendersOf, waysToSend } from '../../../src/campaigns/dispatch/channels.js';
import { mailServer, provider } from './servers.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-adapters-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const message: Message = {
  ...{ deliveryId: 'k|c1', campaignId: 'k', customerId: 'c1', channel: 'MAIL', address: 'a@example.com' },
  ...{ name: '测试甲', subject: '春天 Spring', text: 'Hello https://example.com/?a=1&b=2', html: null },
  ...{ unsubscribeUrl: 'https://crm.example.com/preferences/x?of=k', at: new Date('2026-03-01T02:00:00Z') },
};
const clock = { now: () => message.at };

test('a mail has one List-Unsubscribe and one List-Unsubscribe-Post, its reader by name and address, and links as written', () =>
  mailServer(
    () => null,
    async (url, got) => {
      const mail = smtp({ url, from: { name: 'Shop', address: 'shop@example.com' } });
      expect(await mail.send(message)).toEqual({ state: 'SENT' });
      mail.close!();
      const [head, body] = [got[0]!.slice(0, got[0]!.indexOf('\r\n\r\n')), got[0]!.split('\r\n\r\n')[1]!];
      const unfolded = head.replaceAll(/\r\n\s+/g, ' ');
      expect(unfolded.match(/^List-Unsubscribe: .*$/gim)).toEqual([
        'List-Unsubscribe: <https://crm.example.com/preferences/x?of=k>',
      ]);
      expect(unfolded.match(/^List-Unsubscribe-Post: .*$/gim)).toEqual([
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ]);
      expect(unfolded).toMatch(/^To: =\?UTF-8\?.*<a@example\.com>$/im);
      expect(unfolded).toMatch(/^Date: Sun, 01 Mar 2026 02:00:00 \+0000$/im);
      expect(body).toContain('https://example.com/?a=1&b=2');
    },
  ));

test('what an SMTP server refuses for good is dead, what it puts off is tried again, and the address is not kept', () =>
  mailServer(
    (address) => (address.startsWith('gone') ? 550 : address.startsWith('full') ? 452 : null),
    async (url, got) => {
      const mail = smtp({ url, from: { name: 'Shop', address: 'shop@example.com' } });
      expect(await mail.send({ ...message, address: 'gone@example.com' })).toEqual({
        state: 'FAILED',
        problem: 'SMTP 550',
      });
      expect(await mail.send({ ...message, address: 'full@example.com' })).toEqual({
        state: 'RETRY',
        problem: 'SMTP 452',
      });
      mail.close!();
      expect(got).toEqual([]);
    },
  ));

test('a provider gets the request of its file, and its refusal in the body counts', () =>
  provider([{ result: [{ code: 0 }] }, { result: [{ code: 17 }] }], async (url, got) => {
    const sms = httpProvider({
      ...{ url: `${url}/send`, method: 'POST', as: 'json', headers: { 'x-key': 'k-{{channel}}' }, idempotent: false },
      body: { to: '{{address}}', sign: 'Shop', params: ['{{text}}'], id: '{{deliveryId}}' },
      taken: { field: 'result.0.code', is: [0] },
    });
    const one = { ...message, channel: 'SMS', address: '+8613800000000', text: '"好" & 1' };
    expect(await sms.send(one)).toEqual({ state: 'SENT' });
    expect(got[0]!.request.headers['x-key']).toBe('k-SMS');
    expect(got[0]!.body).toBe('{"to":"+8613800000000","sign":"Shop","params":["\\"好\\" & 1"],"id":"k|c1"}');
    expect(await sms.send(message)).toEqual({ state: 'FAILED', problem: 'the provider answered result.0.code 17' });
  }));

test('a mini-program message fills the fields of its template; a refusal is final, what passes by is not', () => {
  const answers = [0, 43101, 42001, 45011, 43108, 47003].map((errcode) => ({ errcode }));
  return provider(answers, async (url, got) => {
    const path = join(folder, 'mini.yaml');
    const lines = [
      ...['channels:', '  MINI_PROGRAM:', '    adapter: mini-program', '    templateId: T1', '    page: pages/offer'],
      `    url: ${url}/send?access_token=\${WX_TOKEN}`,
      ...['    fields: { thing1: "{{text}}", name2: "{{name}}" }', '    perMinute: 100'],
    ];
    writeFileSync(path, lines.join('\n'));
    const env = { GUANXI_CHANNELS: path, WX_TOKEN: 't' };
    const adapter = sendersOf(waysToSend({ home: folder, clock }, env)).MINI_PROGRAM!;
    const one = { ...message, channel: 'MINI_PROGRAM', address: 'openid-1', text: '春季 "新品"' };
    const states: string[] = [];
    for (const _ of answers) states.push((await adapter.send(one)).state);
    expect(states).toEqual(['SENT', 'FAILED', 'RETRY', 'RETRY', 'RETRY', 'FAILED']);
    expect(JSON.parse(got[0]!.body)).toEqual({
      ...{ touser: 'openid-1', template_id: 'T1', miniprogram_state: 'formal', lang: 'zh_CN', page: 'pages/offer' },
      data: { thing1: { value: '春季 "新品"' }, name2: { value: '测试甲' } },
    });
    expect(adapter).toMatchObject({ name: 'mini-program', idempotent: false, perMinute: 100 });
  });
});

test('a try that never reached a server is repeated, whatever the provider does with repeats', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => closed.once('listening', ready));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const closedOne = httpProvider({
    ...{ url: `http://127.0.0.1:${port}/`, method: 'POST', as: 'form', headers: {}, body: {}, idempotent: false },
  });
  expect(await closedOne.send(message)).toEqual({ state: 'RETRY', problem: 'no answer' });
});

test('a call list has a line a message, and no cell of it is a formula', async () => {
  const list = callList(join(folder, 'calls'));
  await list.send({ ...message, channel: 'CALL', address: '+8613800000000', subject: null, text: '=HYPERLINK("x")' });
  await list.send({
    ...message,
    deliveryId: 'k|c2',
    channel: 'CALL',
    address: '+8613800000001',
    subject: null,
    text: 'b',
  });
  const [file] = readdirSync(join(folder, 'calls'));
  const lines = readFileSync(join(folder, 'calls', file!), 'utf8')
    .trim()
    .split('\r\n');
  expect(file).toBe('k-2026-03-01.csv');
  expect(lines.slice(1)).toEqual([
    `"k|c1","测试甲","+8613800000000","","'=HYPERLINK(""x"")"`,
    '"k|c2","测试甲","+8613800000001","","b"',
  ]);
});

test('in production a channel that nothing sends says so; in development its messages are written to files', () => {
  const production = waysToSend({ home: folder, clock }, { NODE_ENV: 'production' });
  expect(production.every(({ adapter }) => adapter === null)).toBe(true);
  expect(production[0]!.problem).toMatch(/^nothing sends \w+: set DELIVERY_URL/);
  const senders = sendersOf(waysToSend({ home: folder, clock }, {}));
  expect(senders.SMS!.name).toBe('file sink (sends nothing)');
});

test('the file of channels is read with secrets from the environment, and each fault is named with its line', () => {
  const path = join(folder, 'channels.yaml');
  const lines = [
    ...['channels:', '  SMS:', '    adapter: http', '    url: https://sms.example/send'],
    ...[
      '    headers: { authorization: "Bearer $' + '{SMS_KEY}" }',
      '    body: { to: "{{address}}", text: "{{text}}" }',
    ],
    '    cost: { minor: 4, currency: CNY }',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  const env = { GUANXI_CHANNELS: path, SMS_KEY: 'geheim' };
  expect(sendersOf(waysToSend({ home: folder, clock }, env)).SMS).toMatchObject({ name: 'http', cost: { minor: 4 } });
  expect(() => waysToSend({ home: folder, clock }, { GUANXI_CHANNELS: path })).toThrow(
    /the variable SMS_KEY is not set/,
  );
  writeFileSync(path, lines.join('\n').replace('{{text}}', '{{password}}').replace('https:', 'ftp:'));
  expect(() => waysToSend({ home: folder, clock }, env)).toThrow(
    /channels\.yaml:4: .*must be an address.*channels\.yaml:6: /s,
  );
});
