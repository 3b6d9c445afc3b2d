/** Headers that browsers do not let a request have. */
import type { ComplexItem } from '#lib/model/integration.ts';
import type { Finding } from '#lib/model/problems/Findings.ts';
import { isDropped } from '#lib/model/droppedHeaders.ts';
import { inputKind } from '#lib/model/problems/known.ts';
import type { StepSite } from '#lib/model/problems/sites.ts';
import { aboutStep } from '#lib/model/problems/subject.ts';

export function droppedHeaders(site: StepSite): Finding[] {
  const { step } = site;
  const input = Object.hasOwn(step.inputs, 'headers') ? step.inputs.headers : undefined;
  if (input?.type !== 'complex' || inputKind(step.action, 'headers') !== 'headers') return [];
  return input.value.flatMap((row, index) => {
    const header = headerOf(row);
    if (header === undefined || !isDropped(header)) return [];
    return [
      aboutStep(site, {
        code: 'droppedHeader',
        severity: 'info',
        message: `Browsers drop the header “${header}” that “${step.name}” sends.`,
        path: ['inputs', 'headers', 'value', index],
        input: 'headers',
        fixes: [{ label: 'Set up relay' }],
      }),
    ];
  });
}

/** Both shapes of a name occur. */
function headerOf(row: ComplexItem): string | undefined {
  if (typeof row !== 'object' || row === null || !('name' in row)) return undefined;
  const { name } = row;
  const text = typeof name === 'object' && name?.type === 'value' ? name.value : name;
  return typeof text === 'string' ? text : undefined;
}
