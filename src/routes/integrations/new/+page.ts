/** An integration begins with a sample or a file, and both are in the gallery. */
import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';

export function load(): never {
  redirect(307, resolve('/samples'));
}
