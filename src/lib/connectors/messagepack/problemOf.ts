/**
 * What is wrong with the lengths in a MessagePack message, as the end of a sentence. The library makes room for as many
 * items as a list claims to have before it looks for them: a message of a thousand bytes could take all memory.
 */
export function problemOf(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  // Values that are still to come; each takes a byte at least.
  for (let expected = 1; expected > 0;) {
    if (expected > bytes.length - position) return 'it ends too early';
    const { size, inside } = measure(view, position);
    position += size;
    expected += inside - 1;
  }
  if (position > bytes.length) return 'it ends too early';
  return position < bytes.length ? 'something follows after its end' : undefined;
}

/** Bytes of a value without the values inside it, and how many of those there are. */
interface Measure {
  size: number;
  inside: number;
}

function measure(view: DataView, position: number): Measure {
  const head = view.getUint8(position);
  if (head < 0x80 || head >= 0xe0) return { size: 1, inside: 0 };
  if (head < 0x90) return { size: 1, inside: 2 * (head - 0x80) };
  if (head < 0xa0) return { size: 1, inside: head - 0x90 };
  if (head < 0xc0) return { size: 1 + head - 0xa0, inside: 0 };
  return measureLong(view, position, forms[head - 0xc0] ?? {});
}

/** How a value goes on after its first byte. */
interface Form {
  /** Bytes that are always there. */
  fixed?: number;
  /** Bytes that hold a length. */
  length?: 1 | 2 | 4;
  /** What the length counts: values for each, else bytes. */
  values?: 1 | 2;
}

/** By the first byte, from 0xc0 to 0xdf. */
const forms: readonly Form[] = [
  ...[{}, {}, {}, {}],
  ...lengths({}),
  ...lengths({ fixed: 1 }),
  ...[4, 8, 1, 2, 4, 8, 1, 2, 4, 8].map((fixed) => ({ fixed })),
  ...[1, 2, 4, 8, 16].map((data) => ({ fixed: 1 + data })),
  ...lengths({}),
  ...lengths({ values: 1 }).slice(1),
  ...lengths({ values: 2 }).slice(1),
];

function lengths(form: Form): Form[] {
  return ([1, 2, 4] as const).map((length) => ({ ...form, length }));
}

function measureLong(view: DataView, position: number, { fixed = 0, length, values }: Form): Measure {
  const counted = length ? read(view, position + 1, length) : 0;
  const size = 1 + (length ?? 0) + fixed + (values ? 0 : counted);
  return { size, inside: values ? values * counted : 0 };
}

/** Nothing where the message ends before: its size tells that it does. */
function read(view: DataView, position: number, length: 1 | 2 | 4): number {
  if (position + length > view.byteLength) return 0;
  if (length === 1) return view.getUint8(position);
  return length === 2 ? view.getUint16(position) : view.getUint32(position);
}
