/** The catalogue of connectors, as data written when the app was built. */
import type { Catalogue } from '#lib/model/catalogue.ts';
import written from '#lib/state/catalogue.json';

export const catalogue = written as Catalogue;
