import { dataOf, onceAtATime, Problem, problemOf } from '../../src/desk/client.js';
import { partsOf, strongest } from '../../src/desk/influence/index-parts.js';
import { en } from '../../src/desk/text/en.js';
import { fieldNamed } from '../../src/desk/text/fields.js';
import { zh } from '../../src/desk/text/zh.js';

describe('answers of the server', () => {
  it('give their data', () => {
    expect(dataOf(200, { data: { a: 1 } })).toEqual({ a: 1 });
  });

  it('give message, hint and code of a GraphQL error, even beside data', () => {
    const errors = [{ message: 'no', extensions: { code: 'FORBIDDEN', hint: 'ask as analyst' } }];
    for (const body of [
      { data: null, errors },
      { data: { a: 1 }, errors },
    ]) {
      expect(() => dataOf(200, body)).toThrow(
        expect.objectContaining({ code: 'FORBIDDEN', message: 'no', hint: 'ask as analyst' }),
      );
    }
  });

  it('are read in REST form too', () => {
    const wanted = { code: 'TOO_MUCH', message: 'many', hint: 'fewer' };
    expect(problemOf(413, { error: wanted })).toMatchObject(wanted);
    expect(problemOf(413, wanted)).toMatchObject(wanted);
  });

  it('carry what is wrong with each field, which the page calls by its own name', () => {
    const faults = [{ path: 'variants.1.text', text: 'must not be empty', textZh: '不能为空' }];
    const problem = { code: 'BAD_USER_INPUT', hint: 'correct it', faults };
    expect(problemOf(400, { errors: [{ message: 'no', extensions: problem }] })).toMatchObject({ faults });
    expect(problemOf(400, { error: { ...problem, message: 'no' } })).toMatchObject({ faults });
    expect(problemOf(400, null).faults).toEqual([]);
    expect(fieldNamed('variants.1.text', en)).toBe('Variant B › Text');
    expect(fieldNamed('variants.1.text', zh)).toBe('B 版 › 正文');
    expect(fieldNamed('rule.all.0.closeTie.ordered.days', en)).toBe('A close tie did › Ordered in the last days');
    expect(fieldNamed('rule.any.2.not.ordered.days', en)).toBe('Ordered › In the last days');
    expect(fieldNamed('rule', en)).toBe(en.segmenting.build);
    expect(fieldNamed('input.budgetMinor', en)).toBe('Budget');
    expect(fieldNamed('steps.1.send.text', zh)).toBe('第 2 步 › send.text');
    expect(fieldNamed('unheard', en)).toBe('unheard');
  });

  it('fall back to the status when the body says nothing', () => {
    expect(problemOf(401, null).code).toBe('UNAUTHENTICATED');
    expect(problemOf(403, {}).code).toBe('FORBIDDEN');
    expect(problemOf(429, 'x').code).toBe('RATE_LIMITED');
    expect(problemOf(502, null)).toMatchObject({ code: 'UNAVAILABLE', message: 'HTTP 502' });
    expect(problemOf(502, null)).toBeInstanceOf(Problem);
    expect(() => dataOf(200, { data: null })).toThrow(Problem);
  });
});

describe('why someone matters', () => {
  it('names the strongest parts, the telling ones first where they are level', () => {
    expect(strongest({ reach: 1, brokerage: 0.99, response: 0.7, conversion: 0 })).toEqual(['brokerage', 'reach']);
    expect(strongest({ reach: 1, brokerage: 1, response: 1, conversion: 1 })).toEqual(['conversion', 'brokerage']);
    expect(strongest({ reach: 0.4, conversion: 0.99 })).toEqual(['conversion']);
    expect(strongest({ reach: 0, conversion: 0 })).toEqual([]);
  });

  it('reads per cent as shares and leaves out what is not known', () => {
    expect(partsOf({ reach: 97, response: null, influence: 80 })).toEqual({ reach: 0.97 });
  });
});

describe('the same question', () => {
  it('is asked once while it is on its way, and anew afterwards, also when it failed', async () => {
    let asked = 0;
    const ask = onceAtATime(async (question) => {
      asked += 1;
      if (question === 'bad') throw new Error('no');
      return `${question} ${asked}`;
    });
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a 1', 'a 1', 'b 2']);
    expect(await ask('a')).toBe('a 3');
    await expect(Promise.all([ask('bad'), ask('bad')])).rejects.toThrow('no');
    await expect(ask('bad')).rejects.toThrow('no');
    expect(asked).toBe(5);
  });
});
