import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '#lib/ui/fileName.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the name of a saved file', () => {
  it.each<[string, string, string]>([
    ['stays as it is where it can', 'Get customer (2).json', 'Get customer (2).json'],
    ['keeps letters of all languages', 'Größe 名前.yaml', 'Größe 名前.yaml'],
    ['keeps characters beyond 16 bits', '🚀 launch.json', '🚀 launch.json'],
    ['writes a letter and its accent as one', 'Cafe\u0301', 'Café'],
    ['writes them as one also where something invisible stood between', 'e\u200d\u0301', 'é'],
    ['has a dash for what file systems refuse', 'a/b\\c:d*e?"f<g>h|i', 'a-b-c-d-e-f-g-h-i'],
    ['cannot leave its folder', '../../etc/passwd', 'etc-passwd'],
    ['has no control characters', 'a\u0000b\u001bc', 'abc'],
    ['has a space for a line break', 'Get\r\ncustomer\tagain', 'Get customer again'],
    ['has no marks that turn the reading direction', 'exe.\u202egpj', 'exe.gpj'],
    ['has no halves of characters', 'a\ud800b', 'ab'],
    ['has single spaces', 'a \u00a0  b', 'a b'],
    ['starts with no dot, dash or space', ' .-hidden', 'hidden'],
    ['ends with no dot, dash or space', 'name. -', 'name'],
    ['is never empty', '', 'file'],
    ['is never only what cannot be written', '../..', 'file'],
    ['is no device of Windows', 'con', '_con'],
    ['is no device of Windows with an ending', 'LPT1.json', '_LPT1.json'],
    ['is no device of Windows with two endings', 'nul.tar.gz', '_nul.tar.gz'],
    ['is no device of Windows with a space', 'aux .json', '_aux.json'],
    ['is no device of Windows with a raised digit', 'COM¹.txt', '_COM¹.txt'],
    ['keeps a dash before its ending', 'draft-.json', 'draft-.json'],
    ['may start like a device', 'console.json', 'console.json'],
  ])('%s', (_, wanted, expected) => expect(fileName(wanted)).toBe(expected));

  it('is cut to 200 bytes and keeps its ending', () => {
    const name = fileName(`${'a'.repeat(10_000)}.json`);
    expect(name).toBe(`${'a'.repeat(195)}.json`);
  });

  it('is cut by bytes, never through a character', () => {
    expect(fileName(`${'🚀'.repeat(1000)}.json`)).toBe(`${'🚀'.repeat(48)}.json`);
  });

  it('takes no long last part for an ending', () => {
    expect(fileName(`a.${'b'.repeat(300)}`)).toBe(`a.${'b'.repeat(198)}`);
  });

  it('ends with no dot or dash or space where it was cut', () => {
    for (const sign of ['.', '-', ' ']) {
      const wanted = `${'a'.repeat(199)}${sign}${'b c'.repeat(20)}`;
      expect(fileName(wanted)).toBe('a'.repeat(199));
    }
  });

  it('is one that every system takes, and stays when made again', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const tricky = fc.string({
      unit: fc.constantFrom(...'aé🚀. -/:\u0301\u200d\u202e\n\ud800con1'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.oneof(text, tricky), (wanted) => {
        const name = fileName(wanted);
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]+$/u);
        expect(name).not.toMatch(/^[ .]|[ .]$/);
        expect(bytes(name)).toBeLessThanOrEqual(200);
        expect(fileName(name)).toBe(name);
      }),
    );
  });
});
