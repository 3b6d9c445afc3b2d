/** Functions of one number (format.md 2.3); each is that of JavaScript. */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';

type Row = readonly [label: string, description: string, example: number, of: (value: number) => number];

const functions: Readonly<Record<string, Row>> = {
  abs: ['Absolute value', 'Gives a number without its sign.', 5, Math.abs],
  ceil: ['Round up', 'Gives the next integer that is not smaller.', 3, Math.ceil],
  floor: ['Round down', 'Gives the next integer that is not larger.', 2, Math.floor],
  round: ['Round', 'Gives the nearest integer.', 3, Math.round],
  trunc: ['Cut off decimals', 'Gives a number without what follows the decimal point.', 2, Math.trunc],
  fround: ['Round to single precision', 'Gives the nearest number that takes 32 bits.', 5.5, Math.fround],
  sqrt: ['Square root', 'Gives the square root of a number.', 3, Math.sqrt],
  cbrt: ['Cube root', 'Gives the cube root of a number.', 3, Math.cbrt],
  naturalLog: ['Natural logarithm', 'Gives the logarithm to the base e.', 0, Math.log],
  sin: ['Sine', 'Gives the sine of an angle in radians.', 0, Math.sin],
  cos: ['Cosine', 'Gives the cosine of an angle in radians.', 1, Math.cos],
  tan: ['Tangent', 'Gives the tangent of an angle in radians.', 0, Math.tan],
  asin: ['Arcsine', 'Gives the angle in radians that has this sine.', 0, Math.asin],
  acos: ['Arccosine', 'Gives the angle in radians that has this cosine.', 0, Math.acos],
  atan: ['Arctangent', 'Gives the angle in radians that has this tangent.', 0, Math.atan],
  sinh: ['Hyperbolic sine', 'Gives the hyperbolic sine of a number.', 0, Math.sinh],
  cosh: ['Hyperbolic cosine', 'Gives the hyperbolic cosine of a number.', 1, Math.cosh],
  tanh: ['Hyperbolic tangent', 'Gives the hyperbolic tangent of a number.', 0, Math.tanh],
  asinh: ['Hyperbolic arcsine', 'Gives the number that has this hyperbolic sine.', 0, Math.asinh],
  acosh: ['Hyperbolic arccosine', 'Gives the number that has this hyperbolic cosine.', 0, Math.acosh],
  atanh: ['Hyperbolic arctangent', 'Gives the number that has this hyperbolic tangent.', 0, Math.atanh],
};

/** By key. */
export const oneNumberActions: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(functions).map(([key, row]) => [key, oneNumberAction(row)]),
);

function oneNumberAction([label, description, example, of]: Row): StepDefinition {
  return defineAction({
    label,
    description,
    pure: true,
    unverified: true,
    inputs: {
      number: number({
        label: 'Number',
        help: 'Such as 2.5, or a result of an earlier step.',
        required: true,
      }),
    },
    example,
    perform: (values) => ({ data: of(values.number) }),
  });
}
