import { grouped, SHOWN_OF_KIND } from '../../src/desk/communities/grouped.js';
import { nameIn } from '../../src/desk/components/names.js';
import { formatFor } from '../../src/desk/format.js';

const change = (kind: string, members: number) => ({ kind, from: ['a'], into: ['b'], members, at: '2026-01-01' });

describe('changes of communities', () => {
  it('are told by kind, merges first, the largest first', () => {
    const found = grouped([change('BORN', 5), change('SPLIT', 9), change('BORN', 8), change('MERGED', 1)]);
    expect(found.map(({ kind, shown, more }) => [kind, shown.map(({ members }) => members), more])).toEqual([
      ['MERGED', [1], 0],
      ['SPLIT', [9], 0],
      ['BORN', [8, 5], 0],
    ]);
    expect(grouped([])).toEqual([]);
  });

  it('are cut where a first run made every community', () => {
    const [born] = grouped(Array.from({ length: 26 }, (_, n) => change('BORN', n)));
    expect([born!.shown.length, born!.more]).toEqual([SHOWN_OF_KIND, 26 - SHOWN_OF_KIND]);
  });
});

describe('a community', () => {
  it('is called in the language of the reader, else by its city', () => {
    expect(nameIn({ name: 'Tea', nameZh: '茶' }, 'zh')).toBe('茶');
    expect(nameIn({ name: 'Tea', nameZh: null }, 'zh')).toBe('Tea');
    expect(nameIn({ name: null, nameZh: null, topCity: '上海' }, 'en')).toBe('Shanghai');
    expect(nameIn({ name: null, nameZh: null }, 'en')).toBeNull();
  });

  it('has a density that is read to a tenth of a per cent', () => {
    const { percent, span } = formatFor('en');
    expect([0.083, 0.36, 0, 1].map(percent)).toEqual(['8.3%', '36%', '0%', '100%']);
    expect(span('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')).toEqual(['Jan 1, 2026', 'Feb 1, 2026']);
    expect(span(null, '2026-02-01T00:00:00Z')[0]).toBe('');
    expect(span('2026-02-01T10:00:00Z', '2026-02-01T11:00:00Z')[0]).toMatch(/10:00/);
  });
});
