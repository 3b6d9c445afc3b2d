import { FailureError } from '#lib/model/failure.ts';

/** What an agent can do elsewhere and not here. */
export function unsupported(what: string): FailureError {
  return new FailureError({
    code: 'unsupported',
    message: `${what} cannot be used here.`,
    hint: 'Pin an output to this step, or take it out: the flow goes on.',
  });
}

/** A model that only reads and answers is one request; tools and servers would call back in the middle of it. */
export function refuseTools(tools: readonly unknown[], servers: readonly unknown[]): void {
  if (tools.length > 0) throw unsupported('A tool of this kind');
  if (servers.length > 0) throw unsupported('An MCP server');
}
