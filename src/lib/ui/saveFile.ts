/** Saves a text or a Blob to the person's downloads, under a name that every file system takes. */
import { fileName } from '#lib/ui/fileName.ts';

/** See above. `type` is the media type of a text; a Blob brings its own. */
export function saveFile(name: string, content: string | Blob, type = 'text/plain;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName(name);
  link.click();
  // Safari reads the address after the click has returned; a minute is safe for a file of any size.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
