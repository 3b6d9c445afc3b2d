/** `npm run bench [-- NAME...]`: runs the benchmarks of these names, or all, and prints what they measured. */
import type { Measured } from './Benchmark.ts';
import { benchmarks } from './benchmarks.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benchmarks, name));

if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  // One after the other: two at once would measure each other.
  for (const [name, load] of Object.entries(benchmarks))
    if (asked.length === 0 || asked.includes(name)) await runBenchmark(name, load);
}

async function runBenchmark(name: string, load: (typeof benchmarks)[string]): Promise<void> {
  const { summary, run } = await load();
  console.log(`${name}: ${summary}`);
  for (const measured of await run()) console.log(row(measured));
  console.log('');
}

function row({ name, value, unit, floors = [], aim }: Measured): string {
  const ratios = floors.map((floor) => `${ratio(value / floor.value)} x ${floor.name}`);
  const missed = aim !== undefined && (unit === 'per second' ? value < aim : value > aim);
  const goal = aim === undefined ? [] : [`aim ${number(aim)}${missed ? ', MISSED' : ''}`];
  return `  ${name.padEnd(36)} ${number(value).padStart(9)} ${unit}  ${[...goal, ...ratios].join('; ')}`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function ratio(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 2 });
}
