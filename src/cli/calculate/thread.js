/** Entry of a thread of Node that calculates: Node 20 reads no TypeScript, and a loader is not handed down to threads. */
import { register } from 'tsx/esm/api';

register();
await import('./answerParent.ts');
