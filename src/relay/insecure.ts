/** The page for a browser that came by plain http to a host where it switches off what the app is built on. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';
import { page } from './page.ts';

/** Hosts that browsers trust without https (W3C Secure Contexts 3.1). */
const LOCAL_HOST = /^(?:(?:.+\.)?localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])(?::\d*)?$/i;

/** Whether the browser that sent these headers sees a secure context. */
export function isSecureContext(headers: IncomingHttpHeaders): boolean {
  // Browsers send Sec-Fetch-Dest only to addresses they trust, so it also tells of https in front of us
  // by a proxy that does not say so.
  if (headers['sec-fetch-dest'] !== undefined) return true;
  const protocol = String(headers['x-forwarded-proto'] ?? '').split(',')[0] ?? '';
  return protocol.trim().toLowerCase() === 'https' || LOCAL_HOST.test(headers.host ?? '');
}

/** A page that says what is wrong with the address and which address works. */
export function insecurePage(headers: IncomingHttpHeaders): Answer {
  // Of the header only the digits of the port get into the page.
  const port = /:\d+$/.exec(headers.host ?? '')?.[0] ?? '';
  return page(200, 'This address is not secure enough for Sluice', advice(`http://localhost${port}`));
}

function advice(local: string): string {
  return `<p>
        It is plain http on another host than this computer, which browsers do not count as a secure context.
        There they switch off the encryption, the locks between tabs and the offline storage that Sluice needs.
      </p>
      <ul>
        <li>On the computer that runs Sluice, open <a href="${local}">${local}</a>.</li>
        <li>From anywhere else, put https in front, for example with a reverse proxy that sends
          <code>X-Forwarded-Proto: https</code>.</li>
      </ul>`;
}
