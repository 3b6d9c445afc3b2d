/** Every command there is. Adding one: a file and a line here. */
import type { Command } from '../Command.ts';
import { audit } from './audit.ts';
import { diff } from './diff.ts';
import { edit } from './edit.ts';
import { format } from './format.ts';
import { run } from './run.ts';
import { upgrade } from './upgrade.ts';
import { validate } from './validate.ts';

export const commands: Readonly<Record<string, Command>> = {
  validate,
  run,
  format,
  upgrade,
  audit,
  diff,
  edit,
};
