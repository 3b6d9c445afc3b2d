/** A page of the server's own, for a person whose browser cannot be shown the app. */
import type { Answer } from './answer.ts';

/** An answer that is a page without scripts. `content` is HTML as it stands: nothing of a request belongs in it unread. */
export function page(status: number, title: string, content: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(markup(title, content)),
  };
}

function markup(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <style>
      html { background: Canvas; color: CanvasText; }
      a { color: LinkText; }
      body { font: 16px/1.6 system-ui, sans-serif; margin: 15vh auto 0; max-width: 38rem; padding: 0 1.5rem; }
      h1 { font-size: 1.5rem; line-height: 1.3; }
      code { font: 0.95em ui-monospace, monospace; overflow-wrap: anywhere; }
    </style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>
`;
}
