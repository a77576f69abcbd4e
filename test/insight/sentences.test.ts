import { ANALYSIS_SENTENCES as SAID } from '../../src/analysis/index.js';
import { decimal, percent, percentZh } from '../../src/kernel/figures.js';
import { NETWORK_SENTENCES } from '../../src/network/index.js';

const sentence = (told: { readonly why: string; readonly whyZh: string }) => [told.why, told.whyZh];
const day = new Date('2024-01-01T00:00:00Z');
const account = { customerId: 'c', strength: 1, family: false };

test('numbers are rounded to what they mean, without an exponent', () => {
  expect([0, 0.0000001, 0.00444, 0.0752, 0.1, 0.996].map(percent)).toEqual([
    ...['0', 'under 0.0001', '0.44', '7.5', '10', '100'],
  ]);
  expect(percentZh(0.0000001)).toBe('不到 0.0001');
  expect([9.5, 8.7527, 1194].map((value) => decimal(value))).toEqual(['9.5', '8.8', '1,194']);
});

test('analysis: a row in, both sentences out', () => {
  const bridge = { customerId: 'c', betweenness: 0.0996306, participation: 0.8, communities: 7, people: 21 };
  expect(sentence(SAID['analysis/bridges'](bridge))).toEqual([
    'knows 21 people in 8 communities; 10 % of shortest paths pass through this customer',
    '认识 8 个社群中的 21 人；10% 的最短路径经过该客户',
  ]);
  const tie = { kind: 'FOLLOWS', direction: 'IN', people: 1, closeness: 1, interactions: 0 };
  expect(sentence(SAID['analysis/degrees-of'](tie))).toEqual(['is followed by 1 person', '被 1 人关注']);
  const riser = { customerId: 'c', influence: 62, change: 1.5, degree: 1194 };
  expect(sentence(SAID['analysis/risers'](riser))).toEqual([
    'influence from 60.5 to 62, knows 1,194 people',
    '影响力由 60.5 变为 62，认识 1,194 人',
  ]);
});

test('analysis: what the run changed is told by its figures', () => {
  const state = { runId: 'r', startedAt: day, finishedAt: day, running: false, stale: true };
  const asked = { hours: 48 };
  const said = (changedTies: number) => SAID['analysis/state']({ ...state, changedTies, changedConsents: 0 }, asked);
  expect(said(1).why).toMatch(/^1 pair and the consent of 0 customers changed since/);
  expect(sentence(said(0))).toEqual(['the last run is more than 48 hours old', '上次分析距今已超过 48 小时']);
});

test('communities: a row in, both sentences out', () => {
  const event = {
    kind: 'MERGED',
    from: ['k-1', 'k-2'],
    into: ['k-3'],
    members: 9,
    run: 'r',
    at: day,
    names: ['茶', '2'],
  };
  expect(sentence(SAID['analysis/community-changes'](event))).toEqual([
    'large parts of 茶, 2 are now together in k-3',
    '茶、2 的大部分现已合并为 k-3',
  ]);
  const past = { run: 'r', at: day, size: null, ties: null, density: null, event: 'SPLIT', parts: 2 };
  expect(sentence(SAID['analysis/community-history'](past))).toEqual(['split into 2 communities', '拆分为 2 个社群']);
});

test('fraud: a row in, both sentences out; relatives are said', () => {
  expect(sentence(SAID['fraud/shared']({ ...account, family: true, kinds: ['PAYMENT', 'DEVICE'] }))).toEqual([
    'referral between accounts with the same payment account and device, all of one family',
    '推荐双方使用相同的支付账户和设备（均为家人）',
  ]);
  expect(sentence(SAID['fraud/bursts']({ ...account, referrals: 4 }, { hours: 72, first: 1 }))).toEqual([
    '4 or more referrals by or of it within 72 hours',
    '72 小时内有四次以上推荐或被推荐',
  ]);
  expect(sentence(SAID['fraud/reciprocal']({ ...account, others: 1 }))).toEqual([
    'referred and was referred by the same account',
    '与 1 个账户互相推荐',
  ]);
});

test('network: a row in, both sentences out', () => {
  const tie = {
    companyId: 'a',
    ...{ name: null, nameZh: null, otherId: 'b', otherName: null, otherNameZh: null },
    shared: 1,
    referrals: 2,
    ties: 1,
    closeness: 1,
  };
  expect(sentence(NETWORK_SENTENCES['network/company-network'](tie))).toEqual([
    '1 person works at both, 2 referrals and 1 acquaintance between their people',
    '1 人同时任职于两家公司，双方人员之间有 2 次推荐、1 对相识',
  ]);
});
