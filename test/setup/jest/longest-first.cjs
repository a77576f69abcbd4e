/** What takes longest, longest first: begun last, one of them would run alone while the other worker waits. */
const LONGEST = [
  ...['main-job', 'database/local', 'library', 'errors', 'value/segments/refresh', 'security/sealing/traces'],
  ...['value/segments/segments', 'intake/interrupted', 'security/access/command-line', 'security/access/matrix'],
  ...['intake/import', 'analysis/analyze'],
];

/** Jest sequencer: the files that take longest begin first, the others in the order of their names. */
class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests() {
    return [];
  }

  cacheResults() {}
}

module.exports = LongestFirst;
