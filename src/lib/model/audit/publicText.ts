/** An address as it may be shown: without user, password and query, and with no more of its path than its first part. */
import { configHole, runTimeHole } from '#lib/model/audit/address.ts';

/** The longest text shown. */
const longest = 120;

/** Longer addresses are not looked at: their user could be longer than what is shown. */
const longestRead = 4000;

/** What follows the scheme, split at slashes; those inside the braces of a template are part of a name. */
const slash = /[/\\](?![^{]*\}\})/;

/** Paths may be as secret as passwords: whoever knows the address of an inbox may write to it. Works on templates too. */
export function publicText(text: string): string {
  if (text.length > longestRead) return '…';
  const [address = ''] = text.trim().split(/[?#](?![^{]*\}\})(?<!\{\{#)/);
  const scheme = /^(?:[a-z][a-z0-9+.-]*:)?[/\\]*/i.exec(address)?.[0] ?? '';
  const [authority = '', first, ...more] = address.slice(scheme.length).split(slash);
  const path = [...(first ? [first] : []), ...(more.length > 0 ? ['…'] : [])];
  const shown = [scheme + authority.replace(/^.*@/s, ''), ...path].join('/');
  const spaced = shown.replaceAll(runTimeHole, '…').replaceAll(configHole, '…').replace(/\s+/g, ' ');
  return spaced.length > longest ? `${spaced.slice(0, longest)}…` : spaced;
}
