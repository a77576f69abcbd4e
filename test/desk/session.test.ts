import { cleanToken, roleOf, tokenFromFragment } from '../../src/desk/session.js';
import { dictionaries, languageOf, otherThan } from '../../src/desk/text/text.js';

describe('the token', () => {
  it('is taken from the fragment of the printed link', () => {
    expect(tokenFromFragment('#token=aa.bb.cc')).toBe('aa.bb.cc');
    expect(tokenFromFragment('#influencers')).toBeNull();
    expect(tokenFromFragment('#token=')).toBeNull();
    expect(tokenFromFragment('')).toBeNull();
  });

  it('is understood however it was pasted', () => {
    for (const pasted of [' aa.bb.cc\n', 'Bearer aa.bb.cc', '"aa.bb.cc"', 'http://127.0.0.1:4000/#token=aa.bb.cc'])
      expect(cleanToken(pasted)).toBe('aa.bb.cc');
    expect(cleanToken('   ')).toBe('');
  });

  it('tells its role, and nothing when it cannot be read', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(roleOf(`${part({ alg: 'HS256' })}.${part({ role: 'analyst', sub: 'ü??>' })}.x`)).toBe('analyst');
    expect(roleOf(`x.${part({ role: 7 })}.x`)).toBeNull();
    expect(roleOf('not a token')).toBeNull();
  });
});

describe('the language', () => {
  it('is the remembered one, else the first of the browser that the desk speaks, else English', () => {
    expect(languageOf('zh', ['en-GB'])).toBe('zh');
    expect(languageOf(null, ['fr-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(languageOf(null, ['fr'])).toBe('en');
    expect(languageOf('klingon', ['zh-CN'])).toBe('zh');
    expect(otherThan('en')).toBe('zh');
    expect(otherThan('zh')).toBe('en');
  });

  it('has a word for everything in both dictionaries', () => {
    expect(leaves(dictionaries.zh).map(([path]) => path)).toEqual(leaves(dictionaries.en).map(([path]) => path));
    for (const dictionary of Object.values(dictionaries))
      for (const [path, word] of leaves(dictionary)) expect([path, word.trim()]).not.toEqual([path, '']);
  });

  it('leaves nothing untranslated but what is called the same in Chinese', () => {
    const english = new Map(leaves(dictionaries.en));
    const same = leaves(dictionaries.zh).filter(
      ([path, word]) => english.get(path) === word && !path.includes('ommand') && !/\.KO[LC]$/.test(path),
    );
    // a name, a function of faults that it knows, and a command
    expect(same.map(([path]) => path)).toEqual(['campaigns.adapters.smtp', 'campaigns.problem', 'segments.noneFix']);
  });
});

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...args: string[]) => string)('1', '2'))]];
  const entries = Object.entries(value as object);
  return entries.flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key)).sort();
}
