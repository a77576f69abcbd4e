import type { FraudWorld } from './world.js';

/**
 * Five accounts in a circle within two days on one payment account, each with one order refunded a week later; e0 also
 * brought a friend.
 */
export const RING: FraudWorld = {
  referrals: [
    ...[0, 1, 2, 3, 4].map((n) => [`e${n}`, `e${(n + 1) % 5}`, 10 * n] as const),
    ['e0', 'friend', 900],
    ['k', 'l', 0],
  ],
  shared: [['PAYMENT', 'e0', 'e1', 'e2', 'e3', 'e4']],
  orders: [...[0, 1, 2, 3, 4].map((n) => [`e${n}`, 10 * n + 1, 170] as const), ['l', 5], ['friend', 1500]],
};

/**
 * A household of four on one address, device and payment account who brought each other in a day, both ways and round;
 * one order refunded.
 */
export const HOUSEHOLD: FraudWorld = {
  referrals: [
    ['ma', 'pa', 1],
    ['pa', 'kid', 2],
    ['kid', 'ma', 3],
    ['pa', 'ma', 4],
    ['kid', 'gran', 5],
  ],
  shared: ['ADDRESS', 'DEVICE', 'PAYMENT'].map((kind) => [kind, 'ma', 'pa', 'kid', 'gran'] as const),
  family: [
    ['ma', 'pa'],
    ['ma', 'kid'],
    ['kid', 'gran'],
  ],
  orders: [
    ['ma', 2, 100],
    ['pa', 2, 100],
    ['kid', 3],
    ['gran', 3],
  ],
};
