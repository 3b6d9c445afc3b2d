/** Defaults of config variables that must be JSON or a schedule (format.md 1.8). */
import type { ConfigVar } from '#lib/model/integration.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { jsonProblem } from '#lib/model/problems/jsonProblem.ts';
import { isSecret } from '#lib/model/problems/secretText.ts';
import type { ConfigVarSite, Survey } from '#lib/model/problems/sites.ts';

export function defaultFindings({ configVar, path }: ConfigVarSite, { checks }: Survey): Finding[] {
  const { key, defaultValue } = configVar;
  if (typeof defaultValue !== 'string' || defaultValue === '') return [];
  const about = (told: Pick<Finding, 'code' | 'severity' | 'message' | 'fixes'>): Finding => ({
    ...told,
    path: [...path, 'defaultValue'],
    place: { configVar: key },
  });
  const subject = `The default of the config variable “${key}”`;
  const wrong = wrongText(configVar, defaultValue, checks);
  const secret = isSecret(key, defaultValue)
    ? [
        about({
          code: 'secretAsText',
          severity: 'warning',
          message: secretMessage(subject),
          fixes: [toVault],
        }),
      ]
    : [];
  if (!wrong) return secret;
  const message = `${subject} ${wrong.message}`;
  return [about({ code: wrong.code, severity: 'error', message, fixes: [goTo] }), ...secret];
}

/** Only whoever has the secrets can keep this one. */
export const toVault = { label: 'Move to vault' };

export function secretMessage(subject: string): string {
  return `${subject} looks like a secret: whoever gets the file can read it.`;
}

function wrongText(
  { dataType, collectionType, codeLanguage }: ConfigVar,
  text: string,
  checks: Survey['checks'],
): Pick<Finding, 'code' | 'message'> | undefined {
  const asJson = () => {
    const place = jsonProblem(text);
    return place === undefined ? undefined : `is not valid JSON${place}.`;
  };
  if (dataType === 'schedule') return ending('invalidSchedule', cronEnding(checks.cron(text)));
  if (collectionType !== undefined) return ending('invalidJson', asJson() ?? listEnding(text));
  return dataType === 'code' && codeLanguage === 'json' ? ending('invalidJson', asJson()) : undefined;
}

function ending(
  code: Finding['code'],
  message: string | undefined,
): Pick<Finding, 'code' | 'message'> | undefined {
  return message === undefined ? undefined : { code, message };
}

function cronEnding(wrong: string | undefined): string | undefined {
  return wrong === undefined ? undefined : `cannot be followed: ${wrong}`;
}

function listEnding(text: string): string | undefined {
  return Array.isArray(JSON.parse(text)) ? undefined : 'is no list, but the variable is one.';
}
