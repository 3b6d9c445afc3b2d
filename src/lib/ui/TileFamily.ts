/** The families of connectors, as their tiles are coloured (ux.md 4.2). */
export type TileFamily = 'trigger' | 'logic' | 'data' | 'network' | 'files' | 'messages' | 'code' | 'utility';
