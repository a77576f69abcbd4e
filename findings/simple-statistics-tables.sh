#!/usr/bin/env bash
# One would expect: simple-statistics' normal distribution and its inverse are good to many digits, as those of R or scipy are.
# What happens: cumulativeStdNormalProbability looks the value up in a printed table of four digits that ends at 3.09, so that every larger z has .9990:
#   a two-sided p-value is never below .002, at z 4 as at z 10 (6.3e-5 and 1.5e-23 would be right). probit(.975) is 1.95716 instead of 1.95996.
# Why it matters here: with ten variants and Bonferroni's correction (.05 / 10 = .005) or an always-valid boundary a difference as clear as z = 4 is judged
#   by a floor of the table, and an interval "of 95 %" covers a little less.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
npm_install simple-statistics@7.12.1
run_node <<'JS'
import assert from 'node:assert/strict';
import { cumulativeStdNormalProbability, probit } from 'simple-statistics';

const twoSided = (z) => Number((2 * cumulativeStdNormalProbability(-z)).toPrecision(3));
const right = { 1.96: 0.05, 3: 0.0027, 4: 6.33e-5, 10: 1.52e-23 }; // R: 2 * pnorm(-z)
const seen = Object.fromEntries(Object.keys(right).map((z) => [z, twoSided(Number(z))]));
for (const z of Object.keys(right)) console.log(`z ${z}: two-sided p ${seen[z]}, right is ${right[z]}`);
assert.deepEqual(seen, { 1.96: 0.05, 3: 0.0026, 4: 0.002, 10: 0.002 });

console.log(`probit(.975) ${probit(0.975).toFixed(5)}, right is 1.95996; probit(.995) ${probit(0.995).toFixed(5)}, right is 2.57583`);
assert.equal(probit(0.975).toFixed(5), '1.95716');
assert.equal(probit(0.995).toFixed(5), '2.56915');
JS
