/**
 * Short messages at the bottom of the window: `toasts.show({ text: 'Deleted Get customer', action: { label: 'Undo',
 * onselect: undo } })`. Each stays ten seconds, longer while pointer or focus rests on it (D-64), so an action in one is
 * never the only way. `Toasts` draws them.
 */
export const toasts = createToasts();

/** One message on screen. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'err';
  readonly action?: { label: string; onselect: () => void };
}

/** A list of its own, with its own clock; the app has one, tests make more. */
export function createToasts(lifeMs = 10_000) {
  let list = $state.raw<readonly Toast[]>([]);
  let lastId = 0;
  let pausedAt: number | undefined;
  const clocks = new Map<number, Clock>();

  function start(id: number, leftMs: number): void {
    const timer = setTimeout(() => dismiss(id), leftMs);
    clocks.set(id, { timer, endsAt: Date.now() + leftMs });
  }

  function dismiss(id: number): void {
    clearTimeout(clocks.get(id)?.timer);
    clocks.delete(id);
    list = list.filter((toast) => toast.id !== id);
    // The one under the pointer is gone, and its leaving may never be told.
    if (list.length === 0) pausedAt = undefined;
  }

  return {
    /** Newest last. */
    get list(): readonly Toast[] {
      return list;
    },

    /** Shows a message and returns its id. At most three stand at once; the oldest gives way. */
    show(toast: Omit<Toast, 'id'>): number {
      const id = ++lastId;
      list = [...list, { ...toast, id }];
      if (pausedAt === undefined) start(id, lifeMs);
      else clocks.set(id, { timer: undefined, endsAt: pausedAt + lifeMs });
      const oldest = list[0];
      if (list.length > AT_ONCE && oldest) dismiss(oldest.id);
      return id;
    },

    dismiss,

    /** Stops the clocks while someone is reading or about to press. */
    pause(): void {
      if (pausedAt !== undefined) return;
      pausedAt = Date.now();
      for (const clock of clocks.values()) clearTimeout(clock.timer);
    },

    /** Lets them run on from where they stopped. */
    resume(): void {
      if (pausedAt === undefined) return;
      const stoppedAt = pausedAt;
      pausedAt = undefined;
      for (const [id, clock] of [...clocks]) start(id, Math.max(0, clock.endsAt - stoppedAt));
    },
  };
}

interface Clock {
  timer: ReturnType<typeof setTimeout> | undefined;
  endsAt: number;
}

const AT_ONCE = 3;
