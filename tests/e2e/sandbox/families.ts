/** The corpus: families of code by what it is after. */
import { endless } from './endless.ts';
import { floods, floodsPastLimits } from './floods.ts';
import { friendly } from './friendly.ts';
import { lasting } from './lasting.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';
import { page } from './page.ts';
import type { Payload } from './payload.ts';
import { prototypes } from './prototypes.ts';
import { results } from './results.ts';
import { storage } from './storage.ts';
import { throwing } from './throwing.ts';
import { unreadable } from './unreadable.ts';

/** The slow ones first, so that the quick ones fill the time beside them. */
export const families: Readonly<Record<string, readonly Payload[]>> = {
  'code that never ends': endless,
  'floods of messages': floods,
  'floods past our own limits': floodsPastLimits,
  'code that goes on after its end': lasting,
  'odd results': results,
  'code that looks for a way out': network,
  'code that looks for what is stored': storage,
  'code that looks for the page': page,
  'code that bends the language': prototypes,
  'odd things that are thrown': throwing,
  'code that cannot be read': unreadable,
  'code that wants all the memory': memory,
  'friendly code': friendly,
};
