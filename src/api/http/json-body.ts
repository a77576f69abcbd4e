import { isUtf8 } from 'node:buffer';
import express from 'express';
import { AppError } from '../../kernel/error.js';
import { DOCUMENT_LIMITS } from '../gate/limits.js';

/** The text of a body. Throws INPUT for bytes that are no UTF-8: read leniently, another text than was sent is kept. */
export function textIn(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new AppError('INPUT', 'the body is not UTF-8', 'send JSON in UTF-8');
}

/** Reads a body of JSON in UTF-8. */
export const jsonBody = express.json({
  limit: DOCUMENT_LIMITS.body,
  strict: true,
  verify: (_request, _response, bytes, encoding) => {
    if (encoding === 'utf-8') textIn(bytes);
    else throw new AppError('INPUT', `the body is written in ${encoding}`, 'send JSON in UTF-8');
  },
});
