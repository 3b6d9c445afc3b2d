/** Runs code steps without any sandbox: for tests of the engine only, whose code is our own. */
import type { CodeCall, CodeRunner } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';

type UserFunction = (...args: unknown[]) => unknown;

export const plainCode: CodeRunner = {
  async call(request) {
    try {
      return await load(request.source)(...withHost(request));
    } catch (thrown) {
      if (thrown instanceof FailureError) throw thrown;
      throw new FailureError({ code: 'code', message: String((thrown as Error).message) });
    }
  },
};

function load(source: string): UserFunction {
  const module: { exports: unknown } = { exports: undefined };
  const body = source.replace(/^\s*export default/m, 'module.exports =');
  new Function('module', body)(module);
  return module.exports as UserFunction;
}

/** The first argument gets what cannot be sent as data. */
function withHost({ args: [context, ...rest], host }: CodeCall): unknown[] {
  const line = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) =>
    host.log(level, String(message));
  const logger = {
    debug: line('debug'),
    info: line('info'),
    log: line('info'),
    warn: line('warn'),
    error: line('error'),
  };
  const { invokeFlow, request } = host;
  return [{ ...(context as object), logger, invokeFlow, request }, ...rest];
}
