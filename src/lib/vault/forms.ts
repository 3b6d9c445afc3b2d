/** The forms that a secret takes on its way. */

/** Shorter texts are no secrets: covering them would make others unreadable. */
export const SHORTEST = 4;

/** A few letters of Base64 stand in any text. */
const SHORTEST_CORE = 6;

/** As it is, in JSON, in an address, in Base64; a part of Base64 depends on what stands before it. */
export function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const bytes = Array.from(new TextEncoder().encode(secret), (byte) => String.fromCharCode(byte)).join('');
  const shifted = [0, 1, 2].map((shift) => base64Core(bytes, shift));
  const form = new URLSearchParams({ s: secret }).toString().slice(2);
  const cores = [...shifted, ...shifted.map(urlSafe)].filter(({ length }) => length >= SHORTEST_CORE);
  return [secret, json, encodeURIComponent(secret.toWellFormed()), form, ...cores];
}

/** The letters of Base64 that stand for the secret alone when so many bytes come before it. */
function base64Core(bytes: string, shift: number): string {
  const whole = btoa('\0'.repeat(shift) + bytes).replace(/=+$/, '');
  const first = shift === 0 ? 0 : shift + 1;
  const spill = (shift + bytes.length) % 3 === 0 ? 0 : 1;
  return whole.slice(first, whole.length - spill);
}

function urlSafe(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}
