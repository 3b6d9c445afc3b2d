import { defineConnector } from '#lib/connectors/define.ts';
import { evaluate } from '#lib/connectors/math/evaluate.ts';
import { listActions } from '#lib/connectors/math/ofLists.ts';
import { oneNumberActions } from '#lib/connectors/math/ofOne.ts';
import { exp, log, pow } from '#lib/connectors/math/powers.ts';
import { random, randomInt } from '#lib/connectors/math/random.ts';

/** Numbers, as JavaScript has them: 0.1 and 0.2 make 0.30000000000000004, and 1 / 0 is infinite (format.md 2.3). */
export const math = defineConnector({
  key: 'math',
  label: 'Math',
  description: 'Calculate with numbers.',
  family: 'data',
  icon: 'sigma',
  actions: { ...listActions, evaluate, ...oneNumberActions, exp, pow, log, random, randomInt },
});
