import { changeDataFormat } from '#lib/connectors/format/index.ts';
import { changeHtml } from '#lib/connectors/calculations/changeHtml.ts';
import { unzip } from '#lib/connectors/zip/unzip.ts';
const ctx: any = { now: () => Date.now(), log: (...a: any[]) => console.log(...a), calculate: async (_: string, a: any[]) => await changeHtml(a[0], a[1]) };
export async function time(label: string, f: () => any) {
  const t = performance.now(); let r: any;
  try { const x = await f(); r = typeof x === 'string' ? `${(x.length/1e6).toFixed(1)} MB` : Array.isArray(x)? `${x.length} rows` : typeof x; } catch (e: any) { r = `${e?.failure?.code ?? 'RAW'}: ${e?.message?.slice(0,160)}`; }
  console.log(`${label}: ${(performance.now() - t).toFixed(0)} ms → ${r}`);
}
export const run = async (key: string, data: unknown, more: any = {}) => {
  const step: any = changeDataFormat.actions[key];
  const inputs = Object.fromEntries(Object.entries(step.inputs).map(([k, i]: any) => [k, i.read({ data, value: data, ...more }[k])]));
  return (await step.perform(inputs, ctx)).data;
};
const rows = Array.from({ length: 100_000 }, (_, i) => ({ id: i, name: `Name ${i}`, city: 'Ulm "an der" Donau', note: 'a, b & c\nd', price: i / 7 }));
const json = JSON.stringify(rows); console.log((json.length / 1e6).toFixed(1), 'MB JSON');
let csv = '', xml = '', yaml = '', jsonl = '';
await time('deserializeFromJson', () => run('deserializeFromJson', json));
await time('jsonToCsv', async () => csv = await run('jsonToCsv', json));
await time('deserializeFromCsv', () => run('deserializeFromCsv', csv));
await time('csvToJson', () => run('csvToJson', csv));
await time('jsonToXml', async () => xml = await run('jsonToXml', json));
await time('deserializeFromXml', () => run('deserializeFromXml', xml));
await time('xmlToJson', () => run('xmlToJson', xml));
await time('serializeJsonl', async () => jsonl = await run('serializeJsonl', rows));
await time('deserializeJsonl', () => run('deserializeJsonl', jsonl));
await time('prettyPrint', () => run('prettyPrint', json));
await time('jsonToYaml', async () => yaml = await run('jsonToYaml', json));
await time('deserializeFromYaml', () => run('deserializeFromYaml', yaml));
await time('deserializeFromYaml 5 MB', () => run('deserializeFromYaml', yaml.slice(0, yaml.lastIndexOf('\n- ', 5e6))));
await time('form 10MB', () => run('deserializeFormData', 'a=1&'.repeat(2.5e6)));
// hostile
const n = 1e6;
for (const [label, key, text] of [
  ['csv quotes', 'deserializeFromCsv', '"'.repeat(n)], ['csv quotes2', 'deserializeFromCsv', 'a,"b" c,'.repeat(n/8)], ['csv "a', 'deserializeFromCsv', '"a\n'.repeat(n/3)], ['csv "a ,', 'deserializeFromCsv', '"a" ,'.repeat(n/5)], ['csv cols', 'deserializeFromCsv', ','.repeat(n)], ['csv a cols', 'deserializeFromCsv', 'a,'.repeat(n/10)],
  ['xml <', 'deserializeFromXml', '<'.repeat(n)], ['xml <a', 'deserializeFromXml', '<a'.repeat(n/2)], ['xml deep', 'deserializeFromXml', '<a>'.repeat(n/7)+'</a>'.repeat(n/7)], ['xml attrs', 'deserializeFromXml', `<a ${Array.from({length:n/10},(_, i)=>`a${i}="1"`).join(' ')}/>`], ['xml spaces', 'deserializeFromXml', `<a ${' '.repeat(n)}/>`], ['xml attr q', 'deserializeFromXml', `<a b="${'x'.repeat(n)}"/>`], ['xml comments', 'deserializeFromXml', '<a>'+'<!--'.repeat(n/4)+'</a>'], ['xml cdata', 'deserializeFromXml', '<a>'+'<![CDATA['.repeat(n/9)+'</a>'], ['xml pi', 'deserializeFromXml', '<? '.repeat(n/3)+'<a/>'], ['xml mixed', 'deserializeFromXml', '<a>'+'x<b/>'.repeat(n/5)+'</a>'], ['xml amp', 'deserializeFromXml', '<a>'+'&amp;'.repeat(n/5)+'</a>'], ['xml doctype', 'deserializeFromXml', '<!DOCTYPE a ['+'<!ENTITY a "x">'.repeat(n/15)+']><a/>'], ['xml names', 'deserializeFromXml', '<r>'+Array.from({length:n/10},(_, i)=>`<a${i}/>`).join('')+'</r>'], ['xml unclosed','deserializeFromXml', '<a>'.repeat(90)],
  ['yaml [', 'deserializeFromYaml', '['.repeat(n/10)], ['yaml deep -', 'deserializeFromYaml', '- '.repeat(n/100)], ['yaml keys', 'deserializeFromYaml', Array.from({length:n/10},(_, i)=>`k${i}: 1`).join('\n')], ['yaml anchors', 'deserializeFromYaml', Array.from({length:n/20},(_, i)=>`- &a${i} x\n- *a${i}`).join('\n')], ['yaml laughs', 'deserializeFromYaml', 'a0: &a0 [x,x]\n'+Array.from({length:45},(_, i)=>`a${i+1}: &a${i+1} [*a${i},*a${i}]`).join('\n')], ['yaml merges', 'deserializeFromYaml', 'a0: &a0 {x: 1}\n'+Array.from({length:45},(_, i)=>`a${i+1}: &a${i+1} {<<: [*a${i},*a${i}]}`).join('\n')], ['yaml {', 'deserializeFromYaml', '{'.repeat(n/10)], ['yaml ?', 'deserializeFromYaml', '? '.repeat(n/100)], ['yaml quote', 'deserializeFromYaml', '"\\'.repeat(n/2)], ['yaml #', 'deserializeFromYaml', '#\n'.repeat(n/2)], ['yaml :', 'deserializeFromYaml', ': '.repeat(n/100)], ['yaml blank', 'deserializeFromYaml', 'a: |\n'+' \n'.repeat(n/2)],
  ['json deep', 'deserializeFromJson', '['.repeat(n)+']'.repeat(n)], ['json deep yaml', 'jsonToYaml', '['.repeat(n/10)+']'.repeat(n/10)],['json deep xml', 'jsonToXml', '['.repeat(n/10)+']'.repeat(n/10)],['json deep csv', 'jsonToCsv', '{"a":'.repeat(n/10)+'1'+'}'.repeat(n/10)], ['json pp', 'prettyPrint', '['.repeat(n/10)+']'.repeat(n/10)], ['unflatten', 'deserializeFromCsv', 'a.'.repeat(n/10)+'\n1'],
] as const) await time(label, () => run(key, text, label === 'unflatten' ? { unflatten: 'true' } : {}));
