/** Whether a text looks like a key or a token that only its owner should know. */

/** What well-known services give out, anywhere in a text. None can match one stretch of text in two ways. */
const shapes: readonly RegExp[] = [
  /(?<![\w-])(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9]{16,}/,
  /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/,
  /(?<!\w)gh[pousr]_[A-Za-z0-9]{20,}/,
  /(?<!\w)github_pat_\w{20,}/,
  /(?<![\w-])glpat-[\w-]{16,}/,
  /(?<![\w-])xox[abeoprs]-[\w-]{10,}/,
  /(?<![\w-])AIza[\w-]{35}/,
  /(?<![\w-])SG\.[\w-]{16,}\.[\w-]{16,}/,
  /(?<!\w)(?:Bearer|Basic) +[\w+/~.-]{16,}/,
  /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /hooks\.slack\.com\/services\/T\w{6,}\/B\w{6,}\/\w{16,}/,
  /:\/\/[^\s/:@]+:[^\s/:@]+@/,
];

/** `name` is the input's key, which tells identifiers from secrets where both are letters and digits. */
export function isSecret(name: string, text: string): boolean {
  if (text.length < 8) return false;
  return shapes.some((shape) => shape.test(text)) || (isToken(text) && isSecretToken(name, text));
}

/** One stretch of letters and digits of both kinds; words, addresses and placeholders for people are not. */
function isToken(text: string): boolean {
  return /^[\w+/=~-]{8,512}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text);
}

function isSecretToken(name: string, text: string): boolean {
  if (/secret|password|passphrase|token$|api_?key|private_?key|access_?key$/i.test(name))
    return !isWords(text);
  const isIdentifier = /ids?$|hash|digest|cursor|signature|checksum|version|sha/i.test(name);
  return !isIdentifier && text.length >= 32 && !isWords(text) && entropy(text) >= 4.2;
}

/** `customer-2-orders`, `Step_1_Result`, `/files/2024/report`: parts that people write. */
function isWords(text: string): boolean {
  return text.split(/[-_/=+~]/).every((part) => /^(?:[A-Za-z]?[a-z]*|[A-Z]+)\d{0,4}$|^\d{0,8}$/.test(part));
}

/** Bits a character (Shannon): words have about 3.5, random letters and digits of this length more than 4. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return Array.from(counts.values(), (count) => count / text.length).reduce(
    (sum, share) => sum - share * Math.log2(share),
    0,
  );
}
