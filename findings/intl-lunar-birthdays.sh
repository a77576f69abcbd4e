#!/usr/bin/env bash
# One would expect: Intl with the calendar `chinese` tells the lunar date that Chinese almanacs print.
# What happens: ICU 78.2 (of Node 20.20.2) computes new moons a little otherwise, and eight months between 1940 and 2036 differ from two libraries that agree
#   on every day from 1900 to 2100: the month that began on 2018-11-07 is a day off, the New Year of 2027 a day late, and the leap sixth month of 1987 is a
#   seventh month, with the months after it shifted until 1987-09-22.
# Why it matters here: a lunar birthday worked out by Intl is congratulated a day late or early (2018, 2027, 2030), and that of somebody born in the leap
#   month of 1987 in another month.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
npm_install tyme4ts@1.5.2 lunar-typescript@1.8.6
run_node <<'JS'
import assert from 'node:assert/strict';
import { Solar } from 'lunar-typescript';
import { SolarDay } from 'tyme4ts';

const format = new Intl.DateTimeFormat('en-u-ca-chinese', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const byIntl = (date) => {
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.relatedYear}/${parts.month.replace('bis', ' leap')}/${parts.day}`;
};
const written = (year, month, day) => `${year}/${Math.abs(month)}${month < 0 ? ' leap' : ''}/${day}`;
const ymd = (date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
function byTyme(date) {
  const day = SolarDay.fromYmd(...ymd(date)).getLunarDay();
  return written(day.getYear(), day.getLunarMonth().getMonthWithLeap(), day.getDay());
}
function byLunar(date) {
  const day = Solar.fromYmd(...ymd(date)).getLunar();
  return written(day.getYear(), day.getMonth(), day.getDay());
}

const runs = [];
let run;
for (let at = Date.UTC(1980, 0, 1); at < Date.UTC(2036, 0, 1); at += 86_400_000) {
  const date = new Date(at);
  const [intl, tyme] = [byIntl(date), byTyme(date)];
  assert.equal(byLunar(date), tyme);
  if (intl === tyme) run = undefined;
  else if (run) run.days += 1;
  else runs.push((run = { from: date.toISOString().slice(0, 10), intl, tyme, days: 1 }));
}
console.log(`ICU ${process.versions.icu}; from 1980 to 2035:`);
for (const { from, intl, tyme, days } of runs) console.log(`${from}, ${days} days: Intl ${intl}, the two libraries ${tyme}`);
assert.deepEqual(
  runs.map(({ from, intl, tyme, days }) => [from, days, intl, tyme]),
  [
    ['1987-07-26', 59, '1987/7/1', '1987/6 leap/1'],
    ['1999-01-17', 30, '1998/11/30', '1998/12/1'],
    ['2012-08-17', 30, '2012/6/30', '2012/7/1'],
    ['2018-11-07', 30, '2018/10/1', '2018/9/30'],
    ['2027-02-06', 30, '2026/12/30', '2027/1/1'],
    ['2030-02-02', 30, '2030/1/1', '2029/12/30'],
  ],
);
JS
