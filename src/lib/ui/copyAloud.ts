/** Copies a text and says so in a toast, for actions that have no place of their own to say it. */
import { copyText } from '#lib/ui/copyText.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';

/** `what` is what was copied in words: "Copied *order › id*". */
export async function copyAloud(text: string, what: string): Promise<void> {
  const copied = await copyText(text);
  toasts.show({ text: copied ? `Copied ${what}` : 'The browser refused to copy' });
}
