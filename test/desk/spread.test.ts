import { routeOf } from '../../src/desk/route.js';
import { seedQuestionOf, spreadHref, watchOf } from '../../src/desk/spread/address.js';
import { verdictOf } from '../../src/desk/spread/verdict.js';

describe('the address of what spreads', () => {
  it('holds the question for seeds, and gives it back', () => {
    const question = { channel: 'SMS', purpose: 'marketing', budget: 10, floor: 1 } as const;
    const href = spreadHref('UNHAPPY', question);
    expect(href).toBe('#spread/UNHAPPY/SMS/marketing/10/1');
    expect(seedQuestionOf(routeOf(href))).toEqual(question);
    expect(watchOf(routeOf(href))).toBe('UNHAPPY');
  });

  it('asks nothing by itself, nor what is out of range', () => {
    for (const href of ['#spread', '#spread/CHURNED', '#spread/CHURNED/SMS/marketing/0/0', '#spread/CHURNED/SMS/x/5.5'])
      expect(seedQuestionOf(routeOf(href))).toBeNull();
    expect(watchOf(routeOf('#spread/nothing'))).toBe('CHURNED');
    expect(spreadHref('CHURNED', null)).toBe('#spread/CHURNED');
  });
});

describe('the verdict of a test', () => {
  const test = { people: 10, ties: 9, marked: 4, joins: 3, expected: 0.1, p: 0.05 };

  it('says nothing of too few, and yes up to one in twenty', () => {
    expect(verdictOf(test)).toBe('FOLLOWS');
    expect(verdictOf({ ...test, p: 0.051 })).toBe('NO_SIGN');
    expect(verdictOf({ ...test, ties: 0 })).toBe('SILENT');
    expect(verdictOf({ ...test, marked: 1 })).toBe('SILENT');
  });
});
