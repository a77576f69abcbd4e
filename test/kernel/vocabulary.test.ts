import { wordFor } from '../../src/kernel/vocabulary.js';

test('a value is called by its name in the language of the reader, however it is stored', () => {
  expect(['上海', 'Shanghai', 'shanghai'].map((city) => wordFor('city', city, 'zh'))).toEqual(['上海', '上海', '上海']);
  expect(wordFor('city', '西安', 'en')).toBe('Xi’an');
  expect(wordFor('region', '华东', 'en')).toBe('East China');
  expect([wordFor('tier', 'GOLD', 'zh'), wordFor('tier', 'GOLD', 'en')]).toEqual(['金卡会员', 'Gold']);
  expect(wordFor('position', 'team leader', 'zh')).toBe('组长');
  expect(wordFor('industry', 'medical devices', 'zh')).toBe('医疗器械');
});

test('what the vocabulary does not have is called what it is', () => {
  expect([wordFor('city', 'Springfield', 'zh'), wordFor('tier', '__proto__', 'en')]).toEqual([
    'Springfield',
    '__proto__',
  ]);
});
