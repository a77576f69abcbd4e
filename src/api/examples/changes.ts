import { type ChangesOf, change, found } from './change.js';
import { changesAroundPeople } from './changes-around-people.js';
import { changesOfCampaigns } from './changes-of-campaigns.js';

/**
 * An example for every mutation that no hand-written one sends: ids of the made world, times around `now`. In an order
 * in which each finds what it needs; none of them makes this server send anything to anybody.
 */
export function changes(now: Date): readonly ChangesOf[] {
  return [ANALYSIS, VALUE, orders(now), ...changesOfCampaigns(now), ...changesAroundPeople()];
}

const COMMUNITY = found('community', '{ topCommunities(limit: 1) { id size } }');
const REWARD = found('reward', '{ heldRewards(first: 1) { rewardId } }', 'rewardId');
const CLUSTER = found('cluster', '{ clusterRun { clusters { id } } }');

const ANALYSIS: ChangesOf = {
  topic: 'Changes: analysis',
  changes: [
    change('analyze', { options: { seed: 42, gamma: 1 } }),
    change('nameCommunity', { name: 'Noodle friends', nameZh: '面友' }, { id: COMMUNITY }),
    change('reviewReward', { decision: 'RELEASED', reason: 'colleagues who order together' }, { reward: REWARD }),
    change('payReward', { reference: 'transfer-0001' }, { reward: REWARD }),
  ],
};

const GOLD = { id: 'gold', name: 'Gold members', nameZh: '金卡会员' };
const ruleOf = (...tiers: string[]) => JSON.stringify({ property: { name: 'tier', in: tiers } });
const TEA = { id: 'tea', name: 'Tea', nameZh: '茶叶', currency: 'CNY', category: 'G09' };

const VALUE: ChangesOf = {
  topic: 'Changes: value',
  changes: [
    change('rescoreRfm', { windowMonths: 12, currency: 'CNY' }),
    change('saveRfmModel', { input: TEA }),
    change('gradeRfmModel', { id: TEA.id }),
    change('removeRfmModel', { id: TEA.id }),
    change('fitClv', { currency: 'CNY', months: 12, margin: 0.6, acquisitionCostMinor: 3000 }),
    change('tellLifecycle'),
    change('reviewTiers'),
    change('warnOfChurn'),
    change('trainChurn', { horizonDays: 60 }),
    change('scoreChurn'),
    change('trainPropensity', { category: TEA.category, horizonDays: 90 }),
    change('runClusters', { k: 4, seed: 1 }),
    change('keepCluster', { segment: 'alike', name: 'Alike', nameZh: '相似客户' }, { cluster: CLUSTER }),
    change('createSegment', { input: { ...GOLD, rule: ruleOf('GOLD') } }),
    change('updateSegment', { input: { ...GOLD, rule: ruleOf('GOLD', 'JADE') } }),
    change('refreshSegment', { id: GOLD.id }),
    change('refreshSegments'),
    change('archiveSegment', { id: GOLD.id }),
  ],
};

function orders(now: Date): ChangesOf {
  const order = { id: 'shop-1001', customerId: 'C0000074', at: now.toISOString(), amount: '129.00', currency: 'CNY' };
  return {
    topic: 'Changes: orders',
    changes: [
      change('recordOrders', { rows: [order] }),
      change('recordOrderLines', { rows: [{ orderId: order.id, productId: 'P001', quantity: 1, price: '129.00' }] }),
    ],
  };
}
