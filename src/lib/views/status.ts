/** How each status of a run or a step is drawn and spoken: icon and word, never colour alone. */
import {
  FailedIcon,
  InterruptedIcon,
  NotRunIcon,
  ProblemIcon,
  QueuedIcon,
  StoppedIcon,
  SucceededIcon,
} from '#lib/ui/icons.ts';
import type { ExecutionStatus } from '#lib/model/execution.ts';
import type { Icon } from '#lib/ui/Icon.ts';
import Spinner from '#lib/ui/Spinner.svelte';

/** A step has the statuses of a run, and may not have been reached. */
export type ShownStatus = ExecutionStatus | 'skipped';

export interface StatusLook {
  word: string;
  tone: 'ok' | 'warn' | 'err' | 'skip' | 'accent';
  icon: Icon;
}

const statusLooks: Readonly<Record<ShownStatus, StatusLook>> = {
  queued: { word: 'Queued', tone: 'skip', icon: QueuedIcon },
  running: { word: 'Running', tone: 'accent', icon: Spinner },
  succeeded: { word: 'Succeeded', tone: 'ok', icon: SucceededIcon },
  warning: { word: 'Succeeded with warnings', tone: 'warn', icon: ProblemIcon },
  failed: { word: 'Failed', tone: 'err', icon: FailedIcon },
  cancelled: { word: 'Stopped', tone: 'skip', icon: StoppedIcon },
  interrupted: { word: 'Interrupted', tone: 'warn', icon: InterruptedIcon },
  skipped: { word: 'Not run', tone: 'skip', icon: NotRunIcon },
};

/** The look of a status; of a stored word that is none, that word. */
export function statusLook(status: ShownStatus): StatusLook {
  const known = Object.hasOwn(statusLooks, status);
  return known ? statusLooks[status] : { word: String(status), tone: 'skip', icon: NotRunIcon };
}
