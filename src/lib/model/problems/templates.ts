/** Placeholders that are not closed, or say nothing (format.md 1.6.2). */
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { placeOf } from '#lib/model/problems/jsonProblem.ts';
import type { LeafSite } from '#lib/model/problems/sites.ts';
import { aboutLeaf, leafSubject } from '#lib/model/problems/subject.ts';

/** A placeholder, or the beginning of one. Other double braces are text: Liquid has the same. */
const OPENING = /\{\{[#$](?:([^}]*)\}\})?/g;

export function templateFindings(leaf: LeafSite): Finding[] {
  const { input } = leaf;
  if (input.type !== 'template' || !input.value.includes('{{')) return [];
  for (const match of input.value.matchAll(OPENING)) {
    const content = match[1]?.trim();
    if (content !== undefined && content !== '' && !/\{\{[#$]/.test(content)) continue;
    const why = content === '' ? 'is empty' : 'is not closed';
    const place = placeOf(input.value, match.index);
    const message = `${leafSubject(leaf)} has a placeholder that ${why}, ${place}.`;
    return [aboutLeaf(leaf, { code: 'invalidTemplate', severity: 'error', message, fixes: [goTo] })];
  }
  return [];
}
