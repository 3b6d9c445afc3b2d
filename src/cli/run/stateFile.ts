/** The file in which persisted values are kept between runs. */
import { CommandError } from '../CommandError.ts';
import { fileName, writeText } from '../documents.ts';
import type { Io } from '../Io.ts';
import { isRecord, readText, recordOf } from './files.ts';
import type { SavedState, StateRecord } from './RunRequest.ts';
import { jsonText } from './shown.ts';

const empty: SavedState = { crossFlow: {}, integration: {}, instance: {} };

/** Nothing is kept yet where there is no file. Throws `CommandError` for one that holds something else. */
export async function readState(file: string | undefined, io: Io): Promise<SavedState> {
  if (file === undefined || (await isMissing(file, io))) return empty;
  const { crossFlow = {}, integration = {}, instance = {} } = recordOf(await readText(file, io), file);
  const isState =
    [crossFlow, integration, instance].every(isRecord) && Object.values(instance as object).every(isRecord);
  if (!isState) throw new CommandError(`${fileName(file)} does not hold the state of an integration.`);
  return {
    crossFlow: crossFlow as StateRecord,
    integration: integration as StateRecord,
    instance: instance as SavedState['instance'],
  };
}

/** Throws `CommandError` when it cannot be written. */
export async function writeState(file: string | undefined, state: SavedState, io: Io): Promise<void> {
  if (file !== undefined) await writeText(file, `${jsonText(state, 2)}\n`, io);
}

async function isMissing(file: string, io: Io): Promise<boolean> {
  return await io.readFile(file).then(
    () => false,
    (thrown: NodeJS.ErrnoException) => thrown.code === 'ENOENT',
  );
}
