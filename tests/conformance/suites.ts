/** All conformance cases, by subject. */
import { branches } from './branches.ts';
import { calls } from './calls.ts';
import type { ConformanceCase } from './case.ts';
import { code } from './code.ts';
import { conditions } from './conditions.ts';
import { failures } from './failures.ts';
import { http } from './http.ts';
import { journals } from './journals.ts';
import { loops } from './loops.ts';
import { parts } from './parts.ts';
import { references } from './references.ts';
import { state } from './state.ts';
import { triggers } from './triggers.ts';

export const suites: Readonly<Record<string, readonly ConformanceCase[]>> = {
  references,
  conditions,
  branches,
  loops,
  failures,
  state,
  calls,
  code,
  http,
  triggers,
  journals,
  parts,
};
