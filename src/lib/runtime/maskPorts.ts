/** Covers secrets in everything that an execution writes or tells (architecture 9): masked when written, not when shown. */
import type { Outcome, Ports } from '#lib/engine/ports.ts';
import type { Mask } from '#lib/vault/Mask.ts';

type Told = Pick<Ports, 'journal' | 'report' | 'log'>;

/** The same ports, behind a mask. What steps hand to each other stays as it is. */
export function maskPorts<P extends Told>(ports: P, mask: Mask): P {
  const { journal, report, log } = ports;
  return {
    ...ports,
    journal: {
      begin: (mark) => journal.begin(mark),
      add: (entry) => journal.add(mask.data(entry)),
      flush: () => journal.flush(),
      load: (key) => journal.load(key),
    },
    report: (progress) => report(mask.data(progress)),
    log: (path, level, message) => log(path, level, mask.text(message)),
  };
}

/** What a run came to, as it may be kept and shown. */
export function maskOutcome(outcome: Outcome, mask: Mask): Outcome {
  return mask.data(outcome);
}
