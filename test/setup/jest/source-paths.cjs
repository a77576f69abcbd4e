/** Jest's moduleNameMapper does not reach its global setup, so `./x.js` is taken as `./x.ts` here in the same way. */
const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = function sourceFirst(request, parent, ...rest) {
  const source = /^\.{1,2}\/.*\.js$/.test(request) && parent?.filename?.endsWith('.ts');
  if (!source) return resolve.call(this, request, parent, ...rest);
  try {
    return resolve.call(this, request.replace(/\.js$/, '.ts'), parent, ...rest);
  } catch {
    return resolve.call(this, request, parent, ...rest);
  }
};
