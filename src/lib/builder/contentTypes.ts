/** What a test payload may be, and one that is already there. */

const known = [
  { value: 'application/json', label: 'JSON' },
  { value: 'application/x-www-form-urlencoded', label: 'Form' },
  { value: 'application/xml', label: 'XML' },
  { value: 'text/plain', label: 'Text' },
];

/** To choose from; `stored` is among them. */
export function contentTypes(stored: string): { value: string; label: string }[] {
  const isKnown = known.some(({ value }) => value === stored);
  return isKnown ? known : [{ value: stored, label: stored || 'None' }, ...known];
}
