/**
 * What people look at: pages and figures put together from the other areas' results.
 *
 * - customer360: one customer on one page. What was worked out (scores, community, segments, closest ties) is there
 *   only with
 *   consent to profiling; what the customer did or said (orders, work, interests, consents) always.
 * - sentences: what the rows of a question say in words, in English (`why`) and Chinese (`whyZh`); Cypher gives the
 *   values.
 */

export { type Customer360, WITHHELD } from './customer360.js';
export { type Customer360Ask, customer360 } from './customer360.service.js';
export { isTold, readTold, told } from './sentences.js';
