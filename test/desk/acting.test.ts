import { inputOf } from '../../src/desk/acting/experiment-build.js';
import { csvOf } from '../../src/desk/components/download.js';

test('a table is saved as spreadsheets read it: what looks like a formula stays a text, a number stays a number', () => {
  const rows = [
    ['name', 'note', 'n'],
    ['=1+1', 'a, "b"\nc', -2.5],
    ['+86', null, undefined],
  ];
  expect(csvOf(rows)).toBe(`\ufeffname,note,n\r\n'=1+1,"a, ""b""\nc",-2.5\r\n'+86,,\r\n`);
});

test('an experiment watches withdrawals unless they are what it measures, and takes its effect in per cent', () => {
  const values = {
    id: ' menu ',
    name: 'Menu',
    nameZh: ' 菜单 ',
    segment: 'all',
    unit: 'PERSON',
    metric: 'REVENUE',
    effect: '10',
    days: '14',
  };
  expect(inputOf(values)).toEqual({
    ...{ id: 'menu', name: 'Menu', nameZh: '菜单', segment: 'all', unit: 'PERSON', metric: 'REVENUE' },
    ...{ guardrails: ['UNSUBSCRIBED'], effect: 0.1, windowDays: 14 },
  });
  expect(inputOf({ ...values, metric: 'UNSUBSCRIBED' }).guardrails).toEqual([]);
});
