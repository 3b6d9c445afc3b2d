/** How long a page takes over its frames, told apart from what a busy computer adds to them. */
import type { Browser, Page } from '@playwright/test';

/** In milliseconds. */
export interface Frames {
  /** Longest time between two frames, by the clock: on a busy computer others have a part in it. */
  gap: number;
  /** Most time that the page's own thread worked between two frames. */
  work: number;
}

/** As the browser traces it; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  /** Time of the thread itself, without what it waited for a processor. */
  tdur?: number;
}

const FRAME = 'a frame';

/** Marks every frame from now on; resolves to what ends that and says how the frames were. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, {
    categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'],
  });
  await page.evaluate((name) => {
    requestAnimationFrame(function look() {
      performance.mark(name);
      requestAnimationFrame(look);
    });
  }, FRAME);
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    return measure(traceEvents);
  };
}

/** Only the page marks frames, so its marks also tell which thread is the page's. */
function measure(events: readonly TraceEvent[]): Frames {
  const frames = events.filter(({ name }) => name === FRAME).sort((one, other) => one.ts - other.ts);
  const [first] = frames;
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === first?.pid && tid === first.tid,
  );
  const gaps = frames.slice(1).map(({ ts }, index) => ({ from: frames[index]?.ts ?? ts, to: ts }));
  if (tasks.length === 0) throw new Error('The browser traced no tasks of the page.');
  return { gap: most(gaps.map(({ from, to }) => to - from)), work: most(workIn(gaps, tasks)) };
}

/** A task counts in the gap that it begins in. */
function workIn(gaps: readonly { from: number; to: number }[], tasks: readonly TraceEvent[]): number[] {
  return gaps.map(({ from, to }) =>
    tasks.reduce((sum, { ts, tdur = 0 }) => (ts >= from && ts < to ? sum + tdur : sum), 0),
  );
}

function most(microseconds: readonly number[]): number {
  return Math.round(Math.max(0, ...microseconds) / 1000);
}
