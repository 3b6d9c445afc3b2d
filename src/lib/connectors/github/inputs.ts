import { connection, text } from '#lib/connectors/inputs.ts';

/** What every action on a repository asks for. */
export const repositoryInputs = {
  connection: connection({ label: 'Connection', help: 'Whose rights the request has.', required: true }),
  owner: text({ label: 'Owner', required: true, help: 'The person or organization it belongs to.' }),
  repo: text({ label: 'Repository', required: true, help: 'Its name without the owner.' }),
};
