import { formatFor } from '../../src/desk/format.js';

const now = () => Date.parse('2026-03-01T12:00:00Z');
const en = formatFor('en', now);
const zh = formatFor('zh-CN', now);

describe('numbers and money', () => {
  it('are written as the language writes them', () => {
    expect(en.whole(1234567)).toBe('1,234,567');
    expect(en.share(0.8715)).toBe('87%');
    expect(en.decimal(6.123)).toBe('6.1');
  });

  it('turn minor units into the currency, short when large', () => {
    expect(en.money(123_456, 'CNY')).toBe('¥1,235');
    expect(en.money(318_450_200, 'CNY')).toBe('¥3.2M');
    expect(zh.money(318_450_200, 'CNY')).toBe('¥318.5万');
    // The yen has no minor unit.
    expect(en.money(5000, 'JPY')).toBe('¥5,000');
    expect(en.money(5000, 'USD')).toBe('$50');
  });
});

describe('ages', () => {
  it('use the largest unit that fits', () => {
    expect(en.age('2026-03-01T09:00:00Z')).toBe('3 hours ago');
    expect(en.age('2026-03-01T11:59:20Z')).toBe('40 seconds ago');
    expect(en.age('2026-02-28T12:00:00Z')).toBe('yesterday');
    expect(zh.age('2026-02-19T12:00:00Z')).toBe('10天前');
  });
});
