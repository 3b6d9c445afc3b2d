/** What a run is asked for, read from the command line and its files. */
import type { Flow, Integration } from '#lib/model/integration.ts';
import { nearest } from '#lib/model/nearest.ts';
import { emptyPayload, type SavedPayload } from '#lib/model/payload.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Arguments } from '../Arguments.ts';
import { CommandError } from '../CommandError.ts';
import type { Io } from '../Io.ts';
import { oneLine } from '../oneLine.ts';
import { readRecord, readText } from './files.ts';
import { readRoutes } from './readRoutes.ts';
import { readState } from './stateFile.ts';
import type { RunRequest } from './RunRequest.ts';

/** Says what is only strange; throws `CommandError` for what cannot be meant. */
export async function readRequest(given: Arguments, integration: Integration, io: Io): Promise<RunRequest> {
  const flow = chooseFlow(integration, given.one('flow'));
  const hasFakeClock = readClock(given.one('clock'));
  const seed = readSeed(given.one('seed'));
  const routes = readRoutes(given.all('route'));
  checkInput(given);
  const config = await readRecord(given.one('config'), io);
  const mocks = await readRecord(given.one('mock'), io);
  const payload = await readPayload(given, io);
  const state = await readState(given.one('state'), io);
  const keys = integration.configVars.map(({ key }) => key);
  warn(Object.keys(config), keys, 'config variable', io);
  warn(Object.keys(mocks), mockable(integration), 'step or action', io);
  const files = given.one('files');
  return { integration, flow, payload, config, mocks, routes, files, hasFakeClock, seed, state };
}

function chooseFlow({ flows }: Integration, name: string | undefined): Flow {
  const [first, ...others] = flows;
  const found = name === undefined && others.length === 0 ? first : flows.find((flow) => flow.name === name);
  if (found) return found;
  if (!first) throw new CommandError('The file has no flow.');
  const names = flows.map((flow) => `“${flow.name}”`).join(', ');
  const what = name === undefined ? 'Say which flow with --flow' : `There is no flow “${name}”`;
  throw new CommandError(`${what}: ${flows.length === 1 ? 'the only one is' : 'there are'} ${names}.`);
}

function readClock(clock: string | undefined): boolean {
  if (clock === undefined || clock === 'fake') return clock === 'fake';
  throw new CommandError('The option --clock takes only “fake”.');
}

function readSeed(seed: string | undefined): number | undefined {
  if (seed === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(seed)) throw new CommandError('The option --seed needs a whole number.');
  return Number(seed);
}

/** What comes in by standard input can be read only once. */
function checkInput(given: Arguments): void {
  const named = ['payload', 'headers', 'config', 'mock'].map((name) => given.one(name));
  const files = [...given.files, ...named];
  if (files.filter((file) => file === '-').length > 1)
    throw new CommandError('Standard input can be given only once.');
  if (given.one('state') === '-') throw new CommandError('State cannot be kept in standard input.');
}

async function readPayload(given: Arguments, io: Io): Promise<SavedPayload> {
  const headers = headersOf(await readRecord(given.one('headers'), io));
  const body = await readText(given.one('payload'), io);
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const contentType = named ?? (isJson(body) ? emptyPayload.contentType : 'text/plain');
  return { ...emptyPayload, headers, body, contentType };
}

function headersOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(given).map(([name, value]): [string, string] => {
    if (typeof value === 'object') throw new CommandError(`The header “${name}” needs a text.`);
    return [name, String(value)];
  });
  return Object.fromEntries(entries);
}

/** No body at all is as good as JSON. */
function isJson(body: string): boolean {
  if (body.trim() === '') return true;
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

function mockable({ flows }: Integration): string[] {
  const steps = flows.flatMap(placedSteps).map(({ step }) => step);
  return steps.flatMap(({ name, action }) => [name, `${action.connector}/${action.key}`]);
}

/** One file may serve several documents, so this is no mistake for certain. */
function warn(names: readonly string[], known: readonly string[], what: string, io: Io): void {
  const all = new Set(known);
  for (const name of names.filter((one) => !all.has(one))) {
    const meant = nearest(name, all);
    const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
    io.err(`${oneLine(`The file has no ${what} “${name}”.${hint}`)}\n`);
  }
}
