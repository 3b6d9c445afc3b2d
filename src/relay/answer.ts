/** What is sent back for a request. */

/** A status, headers in lower case and a body; a body of length 0 is sent as none. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** An answer that is one sentence of text: what a program or a curious person sees when there is no file. */
export function sentence(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache', ...headers },
    body: Buffer.from(`${text}\n`),
  };
}
