/** The headers that every answer carries, with the content security policy of the built page among them. */
import { readFile, stat } from 'node:fs/promises';

/** What the app never asks a browser for, so that nothing that runs in it can. */
const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** The headers for every answer; `policy` is the page's own, empty when it has none. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    // Only a header can forbid framing, and only a header reaches workers that are loaded by address.
    'content-security-policy': [policy, "frame-ancestors 'none'"].filter(Boolean).join('; '),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'permissions-policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/**
 * A function that gives the policy in a page's head, read again only when the file has changed: a new build
 * has another inline script and so another hash. While the file is away (a build is running) it keeps the last.
 */
export function policyOf(pageFile: string): () => Promise<string> {
  let known = { stamp: '', policy: '' };
  return async () => {
    const stamp = await stampOf(pageFile);
    if (stamp === known.stamp) return known.policy;
    const html = await readFile(pageFile, 'utf8').catch(() => undefined);
    if (html !== undefined) known = { stamp, policy: readPolicy(html) };
    return known.policy;
  };
}

async function stampOf(file: string): Promise<string> {
  const state = await stat(file).catch(() => undefined);
  return state ? `${state.mtimeMs} ${state.size}` : 'away';
}

function readPolicy(html: string): string {
  const tags = html.match(/<meta\b[^>]*>/gi) ?? [];
  const tag = tags.find((candidate) => /http-equiv=["']?content-security-policy\b/i.test(candidate));
  const content = /\scontent=(?:"([^"]*)"|'([^']*)')/i.exec(tag ?? '');
  return unescapeHtml(content?.[1] ?? content?.[2] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
