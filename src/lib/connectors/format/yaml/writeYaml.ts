/** Keys stay in their order; lines are not folded, and what stands twice is written twice. */
export async function writeYaml(value: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(value ?? null, { aliasDuplicateObjects: false, lineWidth: 0 });
}
