/** The sections of the settings are one page for now. */
import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';

export function load(): never {
  redirect(307, resolve('/settings'));
}
