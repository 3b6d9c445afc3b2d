/** Nothing is drawn on a server: every page lives from this browser's own data. */
export const ssr = false;
