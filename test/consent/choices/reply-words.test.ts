import { asksToStop } from '../../../src/consent/choices/reply-words.js';

test.each(['TD', '回复TD', 't', '退订', ' Stop. ', 'UNSUBSCRIBE', 'ＴＤ', '【取消】'])('%s asks to stop', (text) =>
  expect(asksToStop(text)).toBe(true),
);
test.each(['', 'tdx', 'when does it stop?', '不退订', '谢谢', 'OK'])('%s does not', (text) =>
  expect(asksToStop(text)).toBe(false),
);
