/** Finds names inside code, which no rename can rewrite. */
import type { Integration, Step } from '#lib/model/integration.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Mention } from '#lib/model/rename.ts';

/** Lines of code that say a step's reference name as a word: `stepResults.getCustomer`, `{ getCustomer }`. */
export function mentionsOfStep(integration: Integration, flowName: string, head: string): Mention[] {
  const word = new RegExp(`(?<![\\w$])${escaped(head)}(?![\\w$])`);
  return mentions(integration, (line) => word.test(line)).filter(({ flow }) => flow === flowName);
}

/** Lines of code that say a text within quotes or as a property: `configVars["API key"]`, `webhookUrls.Orders`. */
export function mentionsOfName(integration: Integration, name: string): Mention[] {
  const quoted = ['"', "'", '`'].map((quote) => quote + name + quote);
  const property = /^[\w$]+$/.test(name) ? new RegExp(`\\.${escaped(name)}(?![\\w$])`) : undefined;
  return mentions(
    integration,
    (line) => quoted.some((text) => line.includes(text)) || (property?.test(line) ?? false),
  );
}

function mentions(integration: Integration, says: (line: string) => boolean): Mention[] {
  return integration.flows.flatMap((flow) =>
    placedSteps(flow).flatMap(({ step }) =>
      codeInputs(step).flatMap(([input, code]) =>
        code
          .split('\n')
          .flatMap((line, index) =>
            says(line)
              ? [{ flow: flow.name, step: step.name, input, line: index + 1, text: line.trim() }]
              : [],
          ),
      ),
    ),
  );
}

/** Inputs that hold JavaScript: of code steps, and functions of filters, maps and the like. */
export function codeInputs(step: Step): [key: string, code: string][] {
  return Object.entries(step.inputs).flatMap(([key, input]) => {
    const isCode = /code(input)?$/i.test(key) || (step.action.connector === 'code' && key === 'code');
    const holdsText =
      (input.type === 'value' || input.type === 'template') && typeof input.value === 'string';
    return isCode && holdsText ? [[key, input.value as string]] : [];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
