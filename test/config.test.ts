import { readConfig, SETTINGS } from '../src/config.js';
import { withoutPersonalData } from '../src/kernel/log.js';

test('nothing set gives the defaults', () => {
  expect(readConfig({})).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', NODE_ENV: 'development', CORS_ORIGINS: [] });
});

test('every wrong variable is named at once, each with an example', () => {
  const wrong = { PORT: 'many', GUANXI_KEY: 'short', NEO4J_URI: 'http://x', JWT_SECRET: 'x' };
  try {
    readConfig(wrong);
    throw new Error('accepted');
  } catch (error) {
    expect(error).toMatchObject({ kind: 'CONFIG' });
    const { message, hint } = error as { message: string; hint: string };
    for (const name of Object.keys(wrong)) {
      expect(message).toContain(name);
      expect(hint).toContain(SETTINGS[name as keyof typeof SETTINGS].example);
    }
    expect(message).not.toContain('short');
  }
});

test('an address without a password is refused', () => {
  expect(() => readConfig({ NEO4J_URI: 'neo4j://127.0.0.1:7687' })).toThrow(/NEO4J_PASSWORD/);
});

test('a log line drops what could be a person or a secret', () => {
  const fields = {
    ms: 3,
    authorization: 'Bearer x',
    customer: { phone: '1', city: 'x' },
    operationName: 'q',
    statement: 's',
  };
  expect(withoutPersonalData(fields)).toEqual({ ms: 3, customer: { city: 'x' }, statement: 's' });
});
