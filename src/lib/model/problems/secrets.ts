/** Secrets that somebody typed where everyone who gets the file reads them. */
import { secretMessage, toVault } from '#lib/model/problems/defaults.ts';
import type { Finding } from '#lib/model/problems/Findings.ts';
import { isSecret } from '#lib/model/problems/secretText.ts';
import type { LeafSite } from '#lib/model/problems/sites.ts';
import { aboutLeaf, leafSubject } from '#lib/model/problems/subject.ts';

/** References and config variables only say where a value is. */
export function secretFindings(leaf: LeafSite): Finding[] {
  const { input, at } = leaf;
  if (input.type !== 'value' && input.type !== 'template') return [];
  if (typeof input.value !== 'string' || !isSecret(at.key, input.value)) return [];
  const message = secretMessage(leafSubject(leaf));
  return [aboutLeaf(leaf, { code: 'secretAsText', severity: 'warning', message, fixes: [toVault] })];
}
