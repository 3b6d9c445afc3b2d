/**
 * A name that Windows, macOS, Linux and phones all take, as close to the wanted one as can be. Keeps spaces, capitals
 * and letters of all languages; keeps the ending when the name must be cut (255 bytes on most systems).
 */
export function fileName(wanted: string): string {
  const clean = wanted
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(FORBIDDEN, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[ .-]+|[ .-]+$/g, '');
  const named = RESERVED.test(clean) ? `_${clean}` : clean;
  return cut(named || 'file');
}

/** Control characters other than white space, and marks that turn the reading direction (`gpj.exe` shown as `exe.jpg`). */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const FORBIDDEN = /[<>:"/\\|?*]+/g;
/** Names of devices on Windows, with any ending; raised digits and spaces before the ending count too. */
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[\d¹²³]) *(\.|$)/i;
const LIMIT_BYTES = 200;

function cut(name: string): string {
  const ending = /\.[^. ]{1,16}$/.exec(name)?.[0] ?? '';
  let stem = [...name.slice(0, name.length - ending.length)];
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  while (stem.length > 0 && bytes(stem.join('') + ending) > LIMIT_BYTES) {
    stem = stem.slice(0, Math.min(stem.length - 1, LIMIT_BYTES));
  }
  return (stem.join('').trimEnd() + ending).replace(/[ .-]+$/, '');
}
