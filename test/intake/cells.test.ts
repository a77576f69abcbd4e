import { cellValue } from '../../src/intake/cells/cell.js';
import { plainNumber } from '../../src/intake/cells/number-form.js';
import { contactsIn, normalIdentities } from '../../src/security/lookups/normal-forms.js';

test('a phone is one number in whatever way it is written', () => {
  for (const text of [
    '13800000001',
    "'13800000001",
    '="13800000001"',
    'p:+8613800000001',
    'tel:+86-138-0000-0001',
    '138\u200b0000\u200b0001\u202c',
    '+86 (0)138 0000 0001',
    '0086 138 0000 0001',
    '１３８ ００００ ０００１',
    '手机：138-0000-0001',
    '138.0000.0001',
    '8613800000001',
  ])
    expect([text, normalIdentities('PHONE', text)]).toEqual([text, ['+8613800000001']]);
  for (const text of [
    '0755-26718888',
    '0755-26718888转801',
    '0755-26718888-801',
    '+86 755 26718888 分机 801',
    '(0755)26718888 ext. 801',
  ])
    expect([text, normalIdentities('PHONE', text)]).toEqual([text, ['+8675526718888']]);
  expect(normalIdentities('PHONE', '+44 (0)20 7946 0018')).toEqual(['+442079460018']);
  expect(contactsIn('PHONE', '030/1234567', 'DE').contacts.map(({ normal }) => normal)).toEqual(['+49301234567']);
});

test('several contacts of a cell are told apart, and each counts once', () => {
  for (const text of [
    '13800000001 / 13800000002',
    '13800000001 ::: 13800000002',
    '13800000001、13800000002',
    '13800000001/13800000002',
    '13800000001;13800000002 ; 138 0000 0001',
  ])
    expect([text, normalIdentities('PHONE', text)]).toEqual([text, ['+8613800000001', '+8613800000002']]);
  expect(normalIdentities('EMAIL', 'Li Feng <Li.Feng@Example.com>, mailto:b@example.org')).toEqual([
    'li.feng@example.com',
  ]);
  expect(normalIdentities('EMAIL', 'mailto:b@example.org ::: A@example.org')).toEqual([
    'b@example.org',
    'a@example.org',
  ]);
  expect(normalIdentities('EMAIL', '\ufeffa@bücher.example')).toEqual(['a@xn--bcher-kva.example']);
  expect(normalIdentities('LINKEDIN', 'https://www.linkedin.com/in/Li-Feng/')).toEqual(['li-feng']);
});

test('what is damaged is no contact of any kind', () => {
  for (const text of [
    '1.38E+10',
    '-',
    'N/A',
    '无',
    '00000000000',
    '11111111111',
    'null',
    '0',
    '12345',
    '138000',
    '未知',
    '10000000001',
  ])
    expect([text, contactsIn('PHONE', text)]).toEqual([text, { contacts: [], damaged: true }]);
  for (const text of ['-', 'n/a', 'a@', '@b.example', 'a b', 'a..b@c.example'])
    expect([text, contactsIn('EMAIL', text)]).toEqual([text, { contacts: [], damaged: true }]);
  for (const kind of ['DEVICE', 'PAYMENT', 'ADDRESS', 'WECHAT', 'MEMBER_CARD'])
    for (const text of ['无', '-', '000000', '6.22E+15'])
      expect([kind, text, normalIdentities(kind, text)]).toEqual([kind, text, []]);
  expect(contactsIn('PHONE', ' ')).toEqual({ contacts: [], damaged: false });
});

const time = (text: string, reading = {}) =>
  (cellValue(text, { type: 'time', required: false }, { zone: 'Asia/Shanghai', ...reading }) as Date).toISOString();

test('a time that can be read in one way only is read so; a bare day begins in the zone', () => {
  for (const text of [
    '2024-01-05 09:50:26 +0200',
    '2024-01-05T07:50:26Z',
    '2024-01-05 07:50:26 UTC',
    '2024/1/5 7:50:26',
    '5 Jan 2024 7:50:26 AM',
    'Fri, 05 Jan 2024 07:50:26 GMT',
    'Jan 5, 2024 07:50:26',
  ])
    expect([text, time(text)]).toEqual([text, '2024-01-05T07:50:26.000Z']);
  for (const text of [
    '2024-01-05',
    '2024/1/5',
    '05 Jan 2024',
    '5-Jan-24',
    'January 5, 2024',
    '2024年1月5日',
    '2024.1.5',
  ])
    expect([text, time(text)]).toEqual([text, '2024-01-04T16:00:00.000Z']);
  for (const text of ['05/06/2024', '2024-13-01', '2024-02-30 10:00', '5-Foo-24', '2024-01-05 25:00', '13:00 PM'])
    expect(() => time(text)).toThrow('is not a time written as iso');
});

test('other forms go by a pattern, a zone, a spreadsheet', () => {
  expect(time('05/06/2024 23:30', { format: 'dd/MM/yyyy HH:mm', wall: 'Europe/Berlin' })).toBe(
    '2024-06-05T21:30:00.000Z',
  );
  expect(time('6/5/24, 9:05 PM', { format: 'M/d/yy, h:mm a' })).toBe('2024-06-05T21:05:00.000Z');
  expect(time('45296.41', { format: 'excel', wall: 'UTC' })).toBe('2024-01-05T09:50:24.000Z');
  expect(time('45296', { format: 'excel', wall: 'America/New_York' })).toBe('2024-01-05T05:00:00.000Z');
  expect(() => time('31/02/2024 10:00', { format: 'dd/MM/yyyy HH:mm' })).toThrow('is not a time written as dd/MM/yyyy');
});

test('a time in the wrong unit is told with the likely one, and nothing out of all reason goes in', () => {
  for (const [text, format, likely] of [
    ['1769851800', 'epoch-ms', 'epoch-s'],
    ['1769851800000', 'epoch-s', 'epoch-ms'],
    ['1769851800000', 'iso', 'epoch-ms'],
    ['45296', 'iso', 'excel'],
    ['20240105', 'iso', 'yyyyMMdd'],
  ] as const)
    expect(() => time(text, { format })).toThrow(`looks like ${likely}`);
  expect(() => time('0', { format: 'epoch-ms' })).toThrow('leave it empty');
  for (const text of ['0001-01-01', '9999-12-31', '1700-01-01T00:00:00Z'])
    expect(() => time(text)).toThrow(/out of the years|is not a time/);
  expect(cellValue('-86400000', { type: 'date', required: false }, { format: 'epoch-ms' })).toBe('1969-12-31');
});

test('amounts are read by the form that is said', () => {
  const point = ['1,240.00', '¥88.00', '(40.00)', '-$1,000', '88.00 CNY', '12,34,567.80', '40.00-', '.5', 'US$ 3.10'];
  expect(point.map((text) => plainNumber(text, 'point'))).toEqual([
    '1240.00',
    '88.00',
    '-40.00',
    '-1000',
    '88.00',
    '1234567.80',
    '-40.00',
    '0.5',
    '3.10',
  ]);
  expect(['1.240,00', '88,00 €', '(40,00)', "1'240,5"].map((text) => plainNumber(text, 'comma'))).toEqual([
    '1240.00',
    '88.00',
    '-40.00',
    '1240.5',
  ]);
  for (const text of ['1.240,00', '1,24.0', 'abc', '', '--1', '(-3)']) expect(plainNumber(text, 'point')).toBeNull();
  expect(() => cellValue('1,240.00', { type: 'integer', required: false })).toThrow('is not a number');
});
