/** `npm run --silent sluice -- COMMAND ...`: checks, writes and changes integration files from the command line. */
import { processIo } from './processIo.ts';
import { sluice } from './sluice.ts';

// Whoever reads our output may have seen enough, as `head` does.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await sluice(process.argv.slice(2), processIo);
