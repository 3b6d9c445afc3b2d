/** Where links and images lead in the texts of a document that people read: its notes and its config pages. */
import { readAddress } from '#lib/model/audit/address.ts';
import { addressesIn } from '#lib/model/audit/addressesIn.ts';
import type { AuditLink } from '#lib/model/audit/report.ts';
import { textsIn } from '#lib/model/audit/textsIn.ts';
import type { Integration } from '#lib/model/integration.ts';

/** Each host once a place and kind, in the order of the text. */
export function linksOf({ documentation, configPages }: Integration): AuditLink[] {
  const pages = configPages.flatMap(({ name, elements }) =>
    elements
      .filter(({ type }) => type !== 'configVar')
      .flatMap(({ value }) => textsIn(value).flatMap((text) => linksIn(text, { page: name }))),
  );
  const links = [...linksIn(documentation, 'documentation'), ...pages];
  return Array.from(new Map(links.map((link) => [JSON.stringify(link), link])).values());
}

/** What stands before an address that is loaded without a click: Markdown's images, HTML's sources, styles. */
const loaded =
  /(?:!\[[^\]]*\]\(\s*<?|\b(?:src|srcset|poster|data|background)\s*=\s*["']?[^"'>]*|\burl\(\s*["']?|@import\s+["']?)$/i;

/** The start of a line that says where a name leads: `[id]: `. */
const definition = /(?:^|\n)[ \t]*\[([^\]\n]+)\]:[ \t]*<?$/;

function linksIn(text: string, place: AuditLink['place']): AuditLink[] {
  const images = imageNames(text);
  return addressesIn(text).flatMap(({ text: address, start }) => {
    const reading = readAddress(address, false);
    if (reading.kind !== 'host' || !/^(?:https?:|[/\\]{2})/i.test(address)) return [];
    const before = text.slice(Math.max(0, start - nearby), start);
    const name = definition.exec(before)?.[1]?.toLowerCase() ?? '';
    return [{ place, host: reading.host, image: loaded.test(before) || images.has(name) }];
  });
}

/** How much before an address is read. */
const nearby = 500;

/** Images by name: `![alt][id]` and `![id]` show what `[id]:` leads to. */
function imageNames(text: string): Set<string> {
  const images = text.matchAll(/!\[([^\][]{0,300})\](?:\[([^\][]{0,300})\])?/g);
  return new Set(Array.from(images, ([, alt = '', name = '']) => (name || alt).toLowerCase()));
}
