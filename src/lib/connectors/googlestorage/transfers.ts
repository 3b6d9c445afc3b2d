/** A file to another place: a copy, or the file itself. Its bytes never come here (format.md 2.4). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { fileExample } from '#lib/connectors/googlestorage/files.ts';
import { transferInputs } from '#lib/connectors/googlestorage/inputs.ts';
import { Storage } from '#lib/connectors/googlestorage/Storage.ts';
import { FailureError } from '#lib/model/failure.ts';

export const copyFile = transfer('Copy file', 'Copies a file to another name or bucket.', false);

export const moveFile = transfer('Move file', 'Gives a file another name or bucket.', true);

function transfer(label: string, description: string, isMove: boolean): StepDefinition {
  return defineAction({
    label,
    description,
    lazy: true,
    inputs: transferInputs,
    example: { ...fileExample, name: 'processed/1.xml' },
    synonyms: isMove ? ['rename'] : [],
    perform: async ({ connection, ...places }, context) => {
      const { sourceBucketName, sourceFileName, destinationBucketName, destinationFileName } = places;
      const storage = await Storage.open(connection, context);
      const source = ['b', sourceBucketName, 'o', sourceFileName];
      const destination = ['b', destinationBucketName, 'o', destinationFileName];
      const copied = await rewrite(storage, source, destination);
      const isElsewhere =
        sourceBucketName !== destinationBucketName || sourceFileName !== destinationFileName;
      if (isMove && isElsewhere) await storage.call('DELETE', source);
      return { data: copied };
    },
  });
}

/**
 * Google copies large files in several turns, each of which ends with a token for the next. Throws `remote` for an answer
 * that does not say that all is copied: whoever moves a file deletes it afterwards.
 */
async function rewrite(
  storage: Storage,
  source: readonly string[],
  destination: readonly string[],
): Promise<object> {
  const path = [...source, 'rewriteTo', ...destination];
  for (let token = ''; ;) {
    const { done, resource, rewriteToken } = turnOf(
      await storage.call('POST', path, { rewriteToken: token }),
    );
    if (done === true && typeof resource === 'object' && resource !== null) return resource;
    if (done === true || typeof rewriteToken !== 'string' || rewriteToken === '') throw notCopied();
    token = rewriteToken;
  }
}

type Turn = Partial<Record<'done' | 'resource' | 'rewriteToken', unknown>>;

function turnOf(answer: unknown): Turn {
  return typeof answer === 'object' && answer !== null ? answer : {};
}

function notCopied(): FailureError {
  return new FailureError({
    code: 'remote',
    message: 'Google Cloud Storage did not say that the file was copied.',
    hint: 'The file is where it was. Look whether there is a copy before you try again.',
  });
}
