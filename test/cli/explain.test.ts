import { readFileSync } from 'node:fs';
import { Neo4jError } from 'neo4j-driver';
import { explain } from '../../src/cli/explain.js';
import { AppError } from '../../src/kernel/error.js';

function told(error: unknown) {
  const lines: string[] = [];
  const code = explain(error, (line) => lines.push(line));
  return { code, lines };
}

test('an error of the product is one line what and one line fix, with the exit code of its kind', () => {
  expect(told(new AppError('NOT_FOUND', 'no such user', 'add the user first'))).toEqual({
    code: 4,
    lines: ['error: no such user', '  fix: add the user first'],
  });
});

test("what the system says of a path is told in the product's words", () => {
  const missing = () => readFileSync('/nowhere/at/all');
  try {
    missing();
  } catch (error) {
    expect(told(error)).toEqual({
      code: 2,
      lines: ['error: /nowhere/at/all does not exist', '  fix: check the path'],
    });
  }
  expect(missing).toThrow();
});

test('anything else is told by its class and code, with no text of a library', () => {
  const { code, lines } = told(new TypeError("Cannot read properties of undefined (reading 'x')"));
  expect(code).toBe(1);
  expect(lines[0]).toBe('error: unexpected (TypeError)');
  expect(lines.join()).not.toContain('undefined');
});

test('what the driver says of a database that does not answer is told with its fix, wherever it was thrown', () => {
  const { code, lines } = told(new Neo4jError('Could not perform discovery', 'ServiceUnavailable', '50N42', 'd'));
  expect([code, lines[0]]).toEqual([6, 'error: the database does not answer']);
});
