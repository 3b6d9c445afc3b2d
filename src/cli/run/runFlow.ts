/** The command `run`, once its document is open. */
import { setMaxListeners } from 'node:events';
import type { Integration } from '#lib/model/integration.ts';
import type { Arguments } from '../Arguments.ts';
import { exitCodes } from '../CommandError.ts';
import type { Io } from '../Io.ts';
import { readRequest } from './readRequest.ts';
import { reportOf } from './RunReport.ts';
import { runText } from './runText.ts';
import { Session } from './Session.ts';
import { jsonText } from './shown.ts';
import { writeState } from './stateFile.ts';

/** Resolves to the exit code. Throws `CommandError` for what cannot be run. */
export async function runFlow(given: Arguments, integration: Integration, io: Io): Promise<number> {
  const request = await readRequest(given, integration, io);
  const stop = new AbortController();
  // Flows listen to it while they wait, and there may be many.
  setMaxListeners(0, stop.signal);
  const session = new Session(request, stop.signal);
  const listening = io.onStop(() => stop.abort());
  await session.run();
  listening();
  const report = reportOf(session.executions, session.state);
  io.out(given.has('json') ? `${jsonText(report, 2)}\n` : runText(report));
  await writeState(given.one('state'), session.state, io);
  return report.outcome === 'succeeded' ? exitCodes.good : exitCodes.problems;
}
