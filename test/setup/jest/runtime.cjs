const { createRequire, isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');

const isPackage = (name) => /^[@\w]/.test(name) && !isBuiltin(name) && name !== '@jest/globals';

/** Jest runtime: packages are loaded once for all test files of a worker, by Node itself; the product's own files anew for each. */
class PackagesOnce extends Runtime {
  requireModuleOrMock(from, name) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }
}

module.exports = { __esModule: true, default: PackagesOnce };
