/** Whether a host name is of this computer or of the network it is in; names that only lead there are not known. */
export function isLocal(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || localNames.some((local) => local.test(name));
}

const localNames = [
  /\.localhost$/,
  /\.local$/,
  /^(127|10)(\.\d+){3}$/,
  /^192\.168(\.\d+){2}$/,
  /^172\.(1[6-9]|2\d|3[01])(\.\d+){2}$/,
  /^169\.254(\.\d+){2}$/,
  /^::1$/,
  /^f[cd][0-9a-f]{2}:/,
  /^fe80:/,
];
