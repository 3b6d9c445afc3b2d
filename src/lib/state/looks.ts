/** How actions are drawn, as data written when the app was built. */
import type { Looks } from '#lib/model/looks.ts';
import written from '#lib/state/catalogueLooks.json';

export const looks: Looks = written as Looks;
