/** The renames that `edit` takes, each checked before it is done: what is not there or taken is said, not skipped. */
import { placedSteps } from '#lib/model/flow.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { Renaming } from '#lib/model/rename.ts';
import { renameConfigVar } from '#lib/model/renameConfigVar.ts';
import { renameFlow } from '#lib/model/renameFlow.ts';
import { renameStep } from '#lib/model/renameStep.ts';
import type { Option } from './Arguments.ts';
import { CommandError } from './CommandError.ts';

/** An option, and what it does with its values. Throws `CommandError` for names that do not fit. */
export interface RenameOption extends Option {
  apply: (integration: Integration, values: readonly string[]) => Renaming;
}

const step: RenameOption = {
  values: ['FLOW', 'OLD', 'NEW'],
  help: 'Rename a step of a flow.',
  apply(integration, [flowName = '', from = '', to = '']) {
    const flow = integration.flows.find(({ name }) => name === flowName);
    if (!flow) throw new CommandError(`There is no flow “${flowName}”.`);
    const names = placedSteps(flow).map((placed) => placed.step.name);
    checkNames({ from, to, names, what: 'step', within: `Flow “${flowName}”` });
    return renameStep(integration, flowName, from, to);
  },
};

const flow: RenameOption = {
  values: ['OLD', 'NEW'],
  help: 'Rename a flow.',
  apply(integration, [from = '', to = '']) {
    const names = integration.flows.map(({ name }) => name);
    checkNames({ from, to, names, what: 'flow', within: 'The integration' });
    return renameFlow(integration, from, to);
  },
};

const configVar: RenameOption = {
  values: ['OLD', 'NEW'],
  help: 'Rename a config variable.',
  apply(integration, [from = '', to = '']) {
    const names = integration.configVars.map(({ key }) => key);
    checkNames({ from, to, names, what: 'config variable', within: 'The integration' });
    return renameConfigVar(integration, from, to);
  },
};

export const renames: Readonly<Record<string, RenameOption>> = {
  'rename-step': step,
  'rename-flow': flow,
  'rename-config': configVar,
};

/** A rename among the names there are: `within` and `what` are the words of its sentences. */
interface AskedRename {
  from: string;
  to: string;
  names: readonly string[];
  what: string;
  within: string;
}

function checkNames({ from, to, names, what, within }: AskedRename): void {
  if (!names.includes(from)) throw new CommandError(`${within} has no ${what} “${from}”.`);
  if (to.trim() === '') throw new CommandError('The new name cannot be empty.');
  if (to !== from && names.includes(to)) throw new CommandError(`${within} already has a ${what} “${to}”.`);
}
