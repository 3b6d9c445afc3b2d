/** Values as JSON text, with what JSON cannot say in a form that can be read. */

export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, shown, indent) ?? 'undefined';
}

function shown(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof ArrayBuffer) return shownBytes(new Uint8Array(value));
  return value instanceof Uint8Array ? shownBytes(value) : value;
}

function shownBytes(bytes: Uint8Array): { base64: string } {
  return { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
}
