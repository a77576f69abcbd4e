import { contentFor, problemOfHtml, problemOfTemplate } from '../../../src/campaigns/dispatch/content.js';

const NOBODY = { name: null, alias: null, city: null, tier: null, unsubscribeUrl: null };
const texts = {
  ...{ subject: 'For {{name}}', text: 'Hello {{name}} {{unsubscribeUrl}}', html: '<p>{{name}}</p>' },
  ...{ subjectZh: null, textZh: null, htmlZh: null },
};

test('in HTML what is of a person is escaped, in text nothing is, so that a link stays one', () => {
  const link = 'https://crm.example.com/preferences/x?of=k&lang=zh';
  const said = contentFor(texts, null, { ...NOBODY, name: '<b>"A&B"', unsubscribeUrl: link });
  expect(said.html).toBe('<p>&lt;b&gt;&quot;A&amp;B&quot;</p>');
  expect(said.text).toBe(`Hello <b>"A&B" ${link}`);
  expect(said.subject).toBe('For <b>"A&B"');
});

test('a field that a person lacks is empty, and nothing else of that name shows', () => {
  expect(contentFor({ ...texts, text: '[{{name}}][{{city}}][{{tier}}]' }, null, NOBODY).text).toBe('[][][]');
  expect(contentFor({ ...texts, text: '{{#city}}in {{city}}{{/city}}{{^city}}here{{/city}}' }, null, NOBODY).text).toBe(
    'here',
  );
  for (const name of ['constructor', 'toString', 'phone', 'email', '__proto__', 'name.length'])
    expect(problemOfTemplate(`{{${name}}}`)?.en).toMatch(/is none of/);
  for (const template of ['{{> other}}', '{{=<% %>=}}', '{{#name}}', '{{name'])
    expect(problemOfTemplate(template)?.zh).toMatch(/\p{Script=Han}/u);
});

test('HTML that would show a person unescaped is refused, however it is written', () => {
  for (const html of ['{{{name}}}', '{{&name}}', '{{#city}}{{{name}}}{{/city}}'])
    expect(problemOfHtml(html)?.en).toMatch(/not escaped/);
  expect(problemOfHtml('<p>{{name}}</p>')).toBeNull();
});

test('the text is in the language that a person chose; Chinese where none was chosen and there is a Chinese one', () => {
  const both = { ...texts, text: 'Hello', textZh: '您好', subject: 'Spring', subjectZh: '春', htmlZh: '<p>您好</p>' };
  expect(contentFor(both, 'en', NOBODY)).toEqual({ subject: 'Spring', text: 'Hello', html: '<p></p>' });
  for (const language of ['zh', null])
    expect(contentFor(both, language, NOBODY)).toEqual({ subject: '春', text: '您好', html: '<p>您好</p>' });
  expect(contentFor({ ...texts, text: 'Hello' }, 'zh', NOBODY).text).toBe('Hello');
});
