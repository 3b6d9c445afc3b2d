/** Where the server listens: what the environment asks for, and how that is said. */

/** A port and the name or number of a network interface. */
export interface Address {
  host: string;
  port: number;
}

/** Reads HOST and PORT; without them only this computer can connect, on port 4173. Port 0 is any free one. */
export function readAddress(env: NodeJS.ProcessEnv): Address | { problem: string } {
  const host = env.HOST?.trim() || '127.0.0.1';
  const text = env.PORT?.trim() || '4173';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65535) return { host, port };
  return { problem: `PORT is "${text}", but it must be a whole number from 0 to 65535.` };
}

/** The address to open in a browser on this computer: "every interface" is reached by the local one. */
export function browserAddress({ host, port }: Address): string {
  const local: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  return `http://${local[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}

/** Why the server could not listen, in one sentence with a way out. */
export function listenProblem(error: NodeJS.ErrnoException, { host, port }: Address): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is already in use: stop the program that uses it, or set PORT to another number.`;
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port}: set PORT to a number from 1024 to 65535.`;
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return `HOST is "${host}", which is not an address of this computer: set it to 127.0.0.1, or to 0.0.0.0 for every network.`;
  return `The server could not listen on ${host}, port ${port}: ${error.message}.`;
}
