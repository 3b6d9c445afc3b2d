/** The programs of a test run: runs them, shows what they print, and says how many tests that was. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readCounts, single, sum, summary, type Counts } from './counts.ts';

/** A command for the shell, and how it counts. */
export interface Task {
  name: string;
  command: string;
  env?: NodeJS.ProcessEnv;
  /** The JSON report that the command writes; a task without one is itself one test. */
  report?: string;
  /** It only makes ready for other tasks, and counts when it fails. */
  preparation?: boolean;
  /** It takes minutes, so what it prints is shown at once. */
  live?: boolean;
}

interface Result {
  counts: Counts;
  output: string;
  seconds: number;
}

/**
 * Runs all tasks, so many at a time, whatever fails. What a task printed is shown whole, in the order of the
 * list, and only when it failed; of the others one line.
 */
export async function runTasks(tasks: Task[], atOnce = 1): Promise<Counts> {
  const waiting = [...tasks];
  const results = new Map<Task, Result>();
  const unshown = [...tasks];
  async function lane(): Promise<void> {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      results.set(task, await runTask(task));
      showFinished(unshown, results);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  return sum([...results.values()].map(({ counts }) => counts));
}

function showFinished(unshown: Task[], results: Map<Task, Result>): void {
  for (let [task] = unshown; task && results.has(task); [task] = unshown) {
    show(task, results.get(task) as Result);
    unshown.shift();
  }
}

function show(task: Task, { counts, output, seconds }: Result): void {
  const numbers = task.report ? `: ${summary(counts)}` : '';
  if (counts.failed > 0 && !task.live) process.stdout.write(`\n${output.trimEnd()}\n`);
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${task.name}${numbers} (${seconds.toFixed(1)} s)`);
}

async function runTask(task: Task): Promise<Result> {
  // The report of an earlier run must not speak for this one.
  if (task.report) rmSync(task.report, { force: true });
  const startMs = performance.now();
  const { exitCode, output } = await execute(task);
  return { counts: countsOf(task, exitCode), output, seconds: (performance.now() - startMs) / 1000 };
}

function countsOf({ report, preparation }: Task, exitCode: number): Counts {
  if (report) return readCounts(report, exitCode);
  const counts = single(exitCode === 0);
  return preparation ? { ...counts, passed: 0 } : counts;
}

function execute({ command, env, live }: Task): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    // By the shell, because on Windows the commands of packages are `.cmd` files.
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...colour, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (live) process.stdout.write(text);
      });
    }
    child.once('error', ({ message }) => resolve({ exitCode: 1, output: `${command}: ${message}` }));
    // No code means that a signal ended it.
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
