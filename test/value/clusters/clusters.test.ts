import { seededRandom } from '../../../src/kernel/random.js';
import { dbscan, NOISE } from '../../../src/value/clusters/dbscan.js';
import { kMeans } from '../../../src/value/clusters/k-means.js';
import { silhouette } from '../../../src/value/clusters/silhouette.js';

/** Three clouds of 30 points around (0, 0), (10, 0) and (0, 10). */
function clouds() {
  const random = seededRandom(11);
  return [
    [0, 0],
    [10, 0],
    [0, 10],
  ].flatMap(([x, y]) => Array.from({ length: 30 }, () => [x! + random.next() - 0.5, y! + random.next() - 0.5]));
}

test('three clouds are three clusters, found from any seed, and silhouette is highest there', () => {
  const points = clouds();
  const found = kMeans(points, 3, seededRandom(1));
  for (const from of [0, 30, 60]) expect(new Set(found.clusters.slice(from, from + 30)).size).toBe(1);
  const widths = [2, 3, 4].map((k) => silhouette(points, kMeans(points, k, seededRandom(5)).clusters));
  expect(Math.max(...widths)).toBe(widths[1]);
});

test('four corners by hand: inertia and silhouette', () => {
  const points = [
    [0, 0],
    [0, 2],
    [10, 0],
    [10, 2],
  ];
  const { inertia, clusters } = kMeans(points, 2, seededRandom(1));
  expect(inertia).toBe(4);
  // a = 2, b = (10 + √104) / 2 for each
  expect(silhouette(points, clusters)).toBeCloseTo(1 - 2 / ((10 + Math.sqrt(104)) / 2), 12);
});

test('fewer different points than clusters give fewer clusters', () => {
  expect(kMeans([[1], [1], [2]], 3, seededRandom(1)).inertia).toBe(0);
});

test('DBSCAN finds the clouds, and a point far from all is noise', () => {
  const clusters = dbscan([...clouds(), [50, 50]], { radius: 0.6, least: 4 });
  expect(new Set(clusters.slice(0, 90)).size).toBe(3);
  expect(clusters.at(-1)).toBe(NOISE);
});
