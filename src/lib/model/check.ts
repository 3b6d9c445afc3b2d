/** Whether a stored document has the shape the app relies on: storage can be damaged, and older code had other shapes. */
import type { DocumentPath, Problem } from '#lib/model/problem.ts';

/** Empty when the document can be shown and run. */
export function checkDocument(document: unknown): Problem[] {
  return checkShape(document, integrationShape, []);
}

/** A type name, a list of one shape, or a mapping of named shapes; `?` marks keys that may be absent. */
type Shape = 'text' | 'object' | readonly [() => Shape] | Readonly<Record<string, () => Shape>>;

const text = () => 'text' as const;
const object = () => 'object' as const;

const stepShape = {
  name: text,
  action: () => ({ connector: text, key: text }),
  inputs: object,
  'steps?': () => [() => stepShape] as const,
  'branches?': () => [() => ({ name: text, steps: () => [() => stepShape] as const })] as const,
};

const integrationShape: Shape = {
  name: text,
  description: text,
  configVars: () => [() => ({ key: text, dataType: text })],
  flows: () => [() => ({ name: text, trigger: () => stepShape, steps: () => [() => stepShape] })],
};

function checkShape(value: unknown, shape: Shape, path: DocumentPath): Problem[] {
  if (shape === 'text') return typeof value === 'string' ? [] : [wrong(path, 'text', value)];
  if (Array.isArray(shape)) return checkList(value, shape as readonly [() => Shape], path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [wrong(path, 'an object', value)];
  return shape === 'object'
    ? []
    : checkKeys(value as Record<string, unknown>, shape as Record<string, () => Shape>, path);
}

function checkList(value: unknown, [item]: readonly [() => Shape], path: DocumentPath): Problem[] {
  if (!Array.isArray(value)) return [wrong(path, 'a list', value)];
  return value.flatMap((one, index) => checkShape(one, item(), [...path, index]));
}

function checkKeys(
  value: Record<string, unknown>,
  shape: Record<string, () => Shape>,
  path: DocumentPath,
): Problem[] {
  return Object.entries(shape).flatMap(([name, inner]) => {
    const key = name.replace(/\?$/, '');
    if (name.endsWith('?') && value[key] === undefined) return [];
    return checkShape(value[key], inner(), [...path, key]);
  });
}

function wrong(path: DocumentPath, wanted: string, value: unknown): Problem {
  const got = value === undefined ? 'is missing' : `is not ${wanted}`;
  const place = path.length > 0 ? `“${path.join(' › ')}”` : 'The document';
  return {
    code: value === undefined ? 'missing' : 'type',
    severity: 'error',
    message: `${place} ${got}.`,
    path,
  };
}
