import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { makeLookups } from '../../../src/security/lookups/lookup-keys.js';
import { nameTokens, tokenQuery } from '../../../src/security/lookups/name-tokens.js';
import { MOST_WORDS, matchOf, nameWords, wantedWords } from '../../../src/security/lookups/name-words.js';

test('a Chinese name is found by its beginnings, by pinyin and by initials', () => {
  expect(nameWords('张三丰')).toEqual(
    [['e|张三丰'], ['p|张', 'p|张三', 'p|张三丰'], ['y|zs', 'y|zsf'], 'zhangsan'.split('').slice(1)].flatMap(
      (words, at) => (at < 3 ? words : words.map((_, n) => `y|${'zhangsan'.slice(0, n + 2)}`)),
    ),
  );
});

test.each([
  ['单雄信', 'shanxiong', 'sxx'],
  ['曾国藩', 'zengguo', 'zgf'],
  ['仇英', 'qiuying', 'qy'],
  ['解缙', 'xiejin', 'xj'],
  ['吕布', 'lvbu', 'lb'],
  ['吕布', 'lubu', 'lb'],
  ['欧阳修', 'ouyangx', 'oyx'],
])('the surname of %s is read as surnames are: %s, %s', (name, letters, initials) => {
  for (const asked of [letters, initials, letters.slice(0, 2)]) {
    expect(matchOf(asked, name)).toBe('PINYIN');
    expect(nameWords(name)).toEqual(expect.arrayContaining([...wantedWords(asked)!.PINYIN]));
  }
});

test.each([
  ['José Nuñez-Smith', 'jose nunez smith', 'EXACT'],
  ['José Nuñez-Smith', 'nun', 'PREFIX'],
  ['José Nuñez-Smith', 'smith jo', 'PREFIX'],
  ['José Nuñez-Smith', 'ose', null],
  ['迪丽热巴·迪力木拉提', '迪丽热巴 迪力木拉提', 'EXACT'],
  ['王小明', '小明', null],
  ['王小明', '王 小', 'PREFIX'],
  ['王小明', 'wangxm', null],
  ['王小明', 'wxm', 'PINYIN'],
] as const)('%s asked as %s: %s', (name, asked, match) => {
  expect(matchOf(asked, name)).toBe(match);
});

test('one Chinese character or two letters are the least', () => {
  for (const asked of ['', ' ', 'z', '·', '7']) expect(wantedWords(asked)).toBeNull();
  for (const asked of ['张', 'zh', 'É L']) expect(wantedWords(asked)).not.toBeNull();
});

const han = fc.string({ unit: fc.constantFrom(...'张王曾单吕欧阳修明华行乐重长'), minLength: 1, maxLength: 6 });
const latin = fc
  .array(fc.string({ unit: fc.constantFrom(...'abhnz'), minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

test('every beginning of a name finds it, of few words, by whole tokens of any key that is asked', () => {
  const keys = [{ key: randomBytes(32) }, { key: randomBytes(32) }];
  const [former, now] = [makeLookups(() => keys.slice(1)), makeLookups(() => keys)];
  fc.assert(
    fc.property(fc.oneof(han, latin), fc.nat(), (name, cut) => {
      const signs = [...name];
      const asked = signs.slice(0, 1 + (cut % signs.length)).join('');
      const wanted = wantedWords(asked);
      if (wanted === null) return;
      const match = matchOf(asked, name)!;
      expect(['EXACT', 'PREFIX']).toContain(match);
      expect(nameWords(name).length).toBeLessThanOrEqual(MOST_WORDS);
      const tokens = nameTokens(former, name)!.split(' ');
      const queries = tokenQuery(now, wanted[match]).split(' OR ');
      const hits = queries.map((query) =>
        query
          .slice(1, -1)
          .split(' ')
          .every((t) => tokens.includes(t.slice(1))),
      );
      expect(hits).toEqual([false, true]);
    }),
  );
});

test('ü is found as it is typed, lü, lv, lu and lyu, and surnames as surnames are read', () => {
  for (const text of ['lvbu', 'lubu', 'lyubu', 'lyu']) expect([text, matchOf(text, '吕布')]).toEqual([text, 'PINYIN']);
  for (const text of ['nvwa', 'nuwa', 'nyuwa', 'nyu']) expect([text, matchOf(text, '女娲')]).toEqual([text, 'PINYIN']);
  for (const name of ['吕布', '女娲', '吕小布']) {
    const wanted = wantedWords(name === '女娲' ? 'nyuwa' : name === '吕布' ? 'lyubu' : 'lyuxiaobu')!.PINYIN;
    expect(wanted.every((word) => nameWords(name).includes(word))).toBe(true);
  }
  for (const [text, name] of [
    ['ning', '宁静'],
    ['chanyu', '单于夫'],
    ['shan', '单小明'],
  ] as const)
    expect([text, matchOf(text, name)]).toEqual([text, 'PINYIN']);
});
