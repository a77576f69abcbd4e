const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Stands for this process's own context where jest asks for one of the test file's. */
const HERE = Object.freeze({});
const { compileFunction } = vm;

vm.compileFunction = (code, params, { parsingContext, ...options }) =>
  compileFunction(code, params, parsingContext === HERE ? options : { ...options, parsingContext });

/** Jest environment: test files run in the worker's own context, so that packages loaded once (runtime.cjs) are of the same realm. */
class OneContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
  }

  /** Null after the last test, as jest expects: what is loaded later is not run. */
  getVmContext() {
    return this.context && HERE;
  }
}

module.exports = OneContext;
