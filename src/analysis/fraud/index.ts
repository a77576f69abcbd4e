/**
 * Referral fraud: rewards that nobody should get, found without refusing anybody silently.
 * - signal: one sign on one account (shared identity, cycle, reciprocal, star, burst, refunded, invented ties), by a
 *   Cypher file each
 * - score: 0..100, signals put together by a rule; never one alone, and a family's count little
 * - ring: suspicious accounts joined by referrals or by what identifies them
 * - reward: what a converted referral earned: PENDING, HELD with reasons, RELEASED or REFUSED
 * - review: a person's decision on a reward; decisions tell precision and recall of the score
 */
export { checkReferrals, type FraudReport } from './check.service.js';
export { fraudQuality, qualityInput, reviewInput, reviewReward } from './review.service.js';
