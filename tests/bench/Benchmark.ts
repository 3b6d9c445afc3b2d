/** What a benchmark is: a file that measures one part and says beside it what the machine itself allows. */

/** Adding one: a file, and a line in `benchmarks.ts`. */
export interface Benchmark {
  /** What is measured, and on what. */
  summary: string;
  run: () => Measured[] | Promise<Measured[]>;
}

/** One measured number. Numbers of different machines compare by their ratio to a floor of the same run. */
export interface Measured {
  name: string;
  value: number;
  unit: 'ms' | 'per second' | 'bytes a step';
  /** What the same work costs without us. */
  floors?: readonly { name: string; value: number }[];
  /** What it should be, in the same unit: at least for a rate, at most for everything else. */
  aim?: number;
}
