import { speedOf, tableOf } from '../../src/intake/files/report.js';

const file = {
  name: 'customers.csv',
  rows: 1200,
  created: 1000,
  updated: 50,
  unchanged: 100,
  repeated: 20,
  added: 0,
  rejected: 30,
  leftOut: 0,
  suppressed: 0,
  nobody: 0,
  damaged: 0,
  seconds: 2,
  rejects: null,
  extraColumns: [],
};

test('a line for each file under one head, numbers to the right', () => {
  const lines = tableOf({
    files: [file, { ...file, name: 'ties.csv', rows: 7 }],
    rows: 1207,
    rejected: 60,
    seconds: 4,
  });
  expect(lines).toEqual([
    'file           rows  created  updated  unchanged  repeated  rejected  suppressed  rows/s',
    'customers.csv  1200     1000       50        100        20        30           0     600',
    'ties.csv          7     1000       50        100        20        30           0       4',
  ]);
});

test('a file that took no time has a speed all the same', () => {
  expect(speedOf(5, 0)).toBe(5000);
});
