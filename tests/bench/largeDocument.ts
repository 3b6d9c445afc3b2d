/** A document as large as they get, the same every time: every kind of step that is common in real ones. */
import type { Flow, Integration, Step } from '#lib/model/integration.ts';
import { branch, configVar, loop, object, reference, step, template, value } from '../support/build.ts';

const FLOWS = 10;
const BLOCKS_PER_FLOW = 10;

/** Ten flows of a hundred steps and a trigger each. */
export function largeDocument(): Integration {
  return {
    name: 'Large',
    description: 'A thousand steps.',
    category: '',
    documentation: '',
    labels: [],
    configVars: [
      { key: 'Shop address', dataType: 'string', description: '', defaultValue: 'https://shop.example' },
    ],
    configPages: [
      { name: 'Configuration', tagline: '', elements: [{ type: 'configVar', value: 'Shop address' }] },
    ],
    flows: Array.from({ length: FLOWS }, (_, index) => largeFlow(`Flow ${index + 1}`)),
  };
}

function largeFlow(name: string): Flow {
  const trigger = step(`${name} Trigger`, 'webhook-triggers/webhook');
  const blocks = Array.from({ length: BLOCKS_PER_FLOW }, (_, index) => block(index + 1));
  return { name, description: '', trigger, steps: blocks.flat() };
}

/** Ten steps that refer to each other. */
function block(number: number): Step[] {
  const orders = `getOrders${number}.results`;
  const order = `forEachOrder${number}.currentItem`;
  return [
    get(`Get orders ${number}`, template('{{#Shop address}}/orders')),
    code(`Sum up ${number}`),
    log(
      `Say sum ${number}`,
      `Sum of {{$getOrders${number}.results.length}}: {{$sumUp${number}.results.sum}}`,
    ),
    branch(
      `Any order ${number}`,
      [
        {
          lane: 'None',
          when: ['and', ['isEmpty', { ...reference(orders), name: '' }]],
          steps: [log(`Say none ${number}`, 'No orders today')],
        },
      ],
      [code(`Sort ${number}`)],
    ),
    loop(
      `For each order ${number}`,
      reference(orders),
      get(`Get customer ${number}`, template(`{{#Shop address}}/customers/{{$${order}.customer}}`)),
      log(`Say customer ${number}`, `{{$getCustomer${number}.results.name}} has ordered`),
      object(`Row ${number}`, {
        id: reference(`${order}.id`),
        name: reference(`getCustomer${number}.results.name`),
      }),
    ),
  ];
}

function get(name: string, url: Step['inputs'][string]): Step {
  return step(name, 'http/httpGet', {
    connection: configVar(''),
    debugRequest: value('false'),
    responseType: value('json'),
    timeout: value(''),
    url,
  });
}

function log(name: string, message: string): Step {
  return step(name, 'log/writeLog', { level: value('info'), message: template(message) });
}

function code(name: string): Step {
  const source = `module.exports = async (context, stepResults) => {
  const { logger } = context;
  const orders = Object.values(stepResults).flatMap(({ results }) => results ?? []);
  const open = orders.filter(({ status }) => status === 'open');
  logger.info(\`\${open.length} of \${orders.length} orders are open\`);
  const sum = open.reduce((total, { price }) => total + Number(price), 0);
  return {
    data: { sum, open: open.map(({ id }) => id) },
  };
};`;
  return step(name, 'code/runCode', { code: value(source) });
}
