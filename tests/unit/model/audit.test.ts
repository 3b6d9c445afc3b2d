import { describe, expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { connectors } from '#lib/connectors/index.ts';
import { auditIntegration } from '#lib/model/audit.ts';
import type { Audit } from '#lib/model/audit/report.ts';
import type { ConfigVar, Input, Integration, Step } from '#lib/model/integration.ts';
import {
  branch,
  complex,
  configVar,
  flow,
  loop,
  reference,
  step,
  template,
  value,
} from '../../support/build.ts';

const catalogue = describeConnectors(connectors);

describe('the hosts of an address', () => {
  it.each<[string, Input, string]>([
    ['a plain one', value('https://shop.test/orders?key=1'), 'written shop.test'],
    ['a port of its own', value('http://shop.test:8080/'), 'written shop.test:8080'],
    ['capitals in scheme and host', value('HTTPS://Shop.TEST/'), 'written shop.test'],
    ['spaces and line breaks inside', value('\n ht\ntps://sh\top.test/'), 'written shop.test'],
    ['backslashes', value('https:\\\\evil.test\\x'), 'written evil.test'],
    ['one slash', value('https:/evil.test'), 'written evil.test'],
    ['no scheme', value('//evil.test'), 'written evil.test'],
    ['a bare host', value('evil.test/x'), 'written evil.test'],
    ['a user that looks like the host', value('https://shop.test@evil.test/'), 'written evil.test'],
    ['a user with odd signs', value('https://a,"b)@evil.test'), 'written evil.test'],
    ['an international name', value('https://bücher.test/'), 'written xn--bcher-kva.test'],
    ['an IPv6 address', value('http://[::1]:80/x'), 'written [::1]'],
    ['an IPv4 address as one number', value('http://2130706433/'), 'written 127.0.0.1'],
    ['escapes in the host', value('https://e%76il.test/'), 'written evil.test'],
    [
      'a template whose host is written',
      template('https://shop.test/{{$get.results.id}}'),
      'written shop.test',
    ],
    [
      'a query right behind the host',
      template('https://shop.test?id={{$get.results.id}}'),
      'written shop.test',
    ],
    ['a host that may go on', template('https://shop.test{{$get.results.path}}'), 'atRunTime '],
    ['a host with a hole in it', template('https://{{$get.results.name}}.shop.test/'), 'atRunTime '],
    ['a user that may be a host', template('https://{{$get.results.user}}@shop.test/'), 'atRunTime '],
    ['a scheme with a hole in it', template('ht{{$get.results.x}}://shop.test/'), 'atRunTime '],
    ['a hole at the start', template('{{$get.results.x}}/https://shop.test/'), 'atRunTime '],
    ['a path that may be a host', template('/{{$get.results.x}}'), 'atRunTime '],
    ['a reference', reference('get.results.url'), 'atRunTime '],
    ['a config variable', configVar('Base'), 'byConfig base.test'],
    ['a config variable and a path', template('{{#Base}}/x/{{$get.results.id}}'), 'byConfig base.test'],
    ['a config variable whose host may go on', template('{{#Open}}{{$get.results.path}}'), 'atRunTime '],
    [
      'a host split over text and variable',
      template('https://{{#Tenant}}.evil.test/'),
      'byConfig acme.evil.test',
    ],
    ['a variable after the host', template('https://shop.test/{{#Tenant}}'), 'written shop.test'],
    ['a variable without a default', configVar('Empty'), 'byConfig '],
    ['a variable that is not there', configVar('Nowhere'), 'byConfig '],
    ['a list of addresses', complex(value('https://evil.test')), 'written evil.test'],
  ])('%s', (_what, url, expected) => {
    expect(hosts(audit(step('Call', 'http/httpGet', { url })))).toEqual([expected]);
  });

  it('come from unknown kinds of inputs too', () => {
    const url: Input = { type: 'unknown', value: { type: 'odd', value: ['https://evil.test/'] } };
    expect(hosts(audit(step('Call', 'http/httpGet', { url })))).toEqual(['written evil.test']);
  });

  it('are not asked of what only goes into the request', () => {
    const { hosts: found } = audit(
      step('Call', 'http/httpPost', {
        url: value('https://shop.test/'),
        data: template('{"back": "https://evil.test/x", "id": "{{$get.results.url}}"}'),
        headers: complex({ ...reference('get.results.secret'), name: value('X') }),
      }),
    );
    expect(found.map(({ host, uses }) => [host, uses[0]?.mentioned])).toEqual([
      ['evil.test', true],
      ['shop.test', undefined],
    ]);
  });

  it('are found wherever a step stands, and name it', () => {
    const call = (name: string, host: string) =>
      step(name, 'http/httpGet', { url: value(`https://${host}/`) });
    const found = audit(
      loop(
        'Each',
        reference('a.results'),
        branch(
          'Which?',
          [{ lane: 'One', when: ['and', ['isTrue', value('1')]], steps: [call('Deep', 'deep.test')] }],
          [call('Other', 'other.test')],
        ),
      ),
    );
    expect(found.hosts.map(({ host, uses }) => [host, uses])).toEqual([
      ['deep.test', [{ flow: 'Flow', step: 'Deep', input: 'url', text: 'https://deep.test' }]],
      ['other.test', [{ flow: 'Flow', step: 'Other', input: 'url', text: 'https://other.test' }]],
    ]);
  });

  it('are found in the right step when two have one name', () => {
    const found = audit(
      step('Twin', 'http/httpGet', { url: value('https://evil.test/') }),
      step('Twin', 'log/writeLog', { message: value('see https://harmless.test/') }),
    );
    expect(hosts(found)).toEqual(['written evil.test']);
  });

  it('are not asked of steps that stay at home', () => {
    expect(hosts(audit(step('Log', 'log/writeLog', { message: value('https://shop.test') })))).toEqual([]);
  });

  it('are asked of every step whose connector is not known', () => {
    expect(hosts(audit(step('Odd', 'odd/act', { target: value('https://evil.test') })))).toEqual([
      'written evil.test',
    ]);
  });

  it('are open when two config variables have one key', () => {
    const twins = [variable('Twin', 'https://shop.test'), variable('Twin', 'https://evil.test')];
    expect(hosts(audited(twins, step('Call', 'http/httpGet', { url: configVar('Twin') })))).toEqual([
      'byConfig ',
    ]);
  });

  it('follow from triggers only when they ask by the clock', () => {
    const trigger = step('Inbox', 'slack/webhook');
    const schedule = { cron: value('* * * * *'), scheduleType: 'minute', timeZone: '' };
    const found = (one: Step) =>
      hosts(auditIntegration(document({ flows: [{ ...flow(), trigger: one }] }), catalogue));
    expect(found(trigger)).toEqual([]);
    expect(found({ ...trigger, schedule })).toEqual(['byConnector slack.com']);
  });

  it('follow from connectors', () => {
    expect(hosts(audit(step('Post', 'slack/postMessage', { message: value('Hi') })))).toEqual([
      'byConnector slack.com',
    ]);
  });

  it.each<[Record<string, Input>, string[]]>([
    [{ awsRegion: value('eu-west-1') }, ['byConnector s3.eu-west-1.amazonaws.com']],
    [{ awsRegion: configVar('Tenant') }, ['byConfig s3.acme.amazonaws.com']],
    [{ awsRegion: reference('get.results.region') }, ['atRunTime ']],
    [{ awsRegion: value('x.evil.test/') }, ['byConnector s3.x.evil.test']],
    [{ awsRegion: value('eu'), endpoint: value('https://s3.own.test') }, ['written s3.own.test']],
  ])('of S3 depend on region and endpoint: %j', (inputs, expected) => {
    expect(hosts(audit(step('List', 'aws-s3/listObjects', inputs)))).toEqual(expected);
  });

  it('never show what is secret in an address', () => {
    const found = audit(
      step('Call', 'http/httpGet', {
        url: value('https://me:pass@shop.test/hooks/T0/B1/token?key=hidden#more'),
      }),
      step('Tell', 'http/httpPost', {
        url: template('https://me:pass@shop.test/x/{{$get.results.id}}?key=hidden'),
      }),
    );
    expect(found.hosts[0]?.uses).toEqual([
      { flow: 'Flow', step: 'Call', input: 'url', text: 'https://shop.test/hooks/…', credentials: true },
      { flow: 'Flow', step: 'Tell', input: 'url', text: 'https://shop.test/x/…', credentials: true },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/pass|hidden|token/);
  });
});

describe('the hosts of code', () => {
  it.each<[string, string, string[]]>([
    ['a call', 'await fetch("https://evil.test/x")', ['written evil.test']],
    ['a call without a scheme', "fetch('//evil.test/x')", ['written evil.test']],
    ['a text used later', 'const base = `https://evil.test/api`;', ['written evil.test']],
    ['escapes', String.raw`const u = '\x68ttps:\/\/\u0065vil.test/';`, ['written evil.test']],
    [
      'a user with another quote in it',
      `fetch('https://a"b@evil.test/')`,
      ['written a', 'written evil.test'],
    ],
    ['a host put together', "fetch('https://' + host)", ['atRunTime ']],
    ['a host that goes on', "fetch('https://shop.test' + path)", ['atRunTime ']],
    ['a placeholder in the host', 'fetch(`https://${host}/x`)', ['atRunTime ']],
    ['a placeholder in the path', 'fetch(`https://shop.test/${id}`)', ['written shop.test']],
    ['a text with more behind it', "go('https://evil.test and more')", ['written evil.test']],
    ['a quote in a comment before it', "/* don't */ fetch('https://evil.test')", ['written evil.test']],
    ['a host put together after such a quote', "/* don't */ fetch('https://' + host)", ['atRunTime ']],
    ['a call of something', 'fetch(input.url)', ['atRunTime ']],
    ['another name for fetch', 'const f = fetch; f(x)', ['atRunTime ']],
    ['fetch by its name', "globalThis['fe' + 'tch'](x)", ['atRunTime ']],
    ['code made of text', 'eval(text)', ['atRunTime ']],
    ['a loaded module', 'const { go } = await import(name)', ['atRunTime ']],
    ['words only', '// fetch the order\nreturn { data: 1 / 2 };', []],
    ['a quote in a comment', "// don't\nfetch('https://evil.test/')", ['written evil.test']],
  ])('%s', (_what, code, expected) => {
    expect(hosts(audit(step('Code', 'code/runCode', { code: value(code) })))).toEqual(expected);
  });

  it('are unknown when the code is', () => {
    const found = audit(step('Code', 'code/runCode', { code: template('return "{{$get.results.x}}"') }));
    expect(hosts(found)).toEqual(['atRunTime ']);
    expect(found.code).toEqual([
      {
        flow: 'Flow',
        step: 'Code',
        input: 'code',
        lines: 1,
        firstLine: 'return "{{$get.results.x}}"',
        atRunTime: true,
      },
    ]);
  });
});

describe('own flows', () => {
  const call = (path: string) => step('Call', 'http/httpPost', { url: reference(path) });

  it('are no hosts', () => {
    const found = audit(call('trigger.results.webhookUrls.Flow'));
    expect(found.hosts).toEqual([]);
    expect(found.ownFlows).toEqual([
      { flow: 'Flow', step: 'Call', input: 'url', target: 'Flow', calls: true },
    ]);
  });

  it('are known by the trigger of the flow that calls', () => {
    const inbox = {
      ...flow(call('inbox.results.webhookUrls.Flow')),
      name: 'Other',
      trigger: step('Inbox', 'webhook-triggers/webhook'),
    };
    const found = auditIntegration(
      document({ flows: [flow(call('inbox.results.webhookUrls.Flow')), inbox] }),
      catalogue,
    );
    expect(found.ownFlows).toEqual([
      { flow: 'Other', step: 'Call', input: 'url', target: 'Flow', calls: true },
    ]);
    expect(found.hosts.map(({ source, uses }) => [source, uses.map((use) => use.flow)])).toEqual([
      ['atRunTime', ['Flow']],
    ]);
  });

  it.each([
    ['of a flow that is not there', 'trigger.results.webhookUrls.Nowhere'],
    ['of another step than the trigger', 'call.results.webhookUrls.Flow'],
    ['of what was sent to the trigger', 'trigger.results.body.data.webhookUrls.Flow'],
  ])('are not believed %s', (_what, path) => {
    expect(hosts(audit(call(path)))).toEqual(['atRunTime ']);
  });

  it('are not believed when a step has the same reference name, or code makes the payload', () => {
    const address = call('trigger.results.webhookUrls.Flow');
    expect(hosts(audit(step('trigger!', 'log/writeLog'), address))).toEqual(['atRunTime ']);
    const byCode = {
      ...flow(address),
      trigger: step('Trigger', 'code/runCodeTrigger', { code: value('x') }),
    };
    expect(hosts(auditIntegration(document({ flows: [byCode] }), catalogue))).toEqual(['atRunTime ']);
  });

  it('are told when their address is handed out, called by name or from code', () => {
    const found = audit(
      step('Make', 'collection-tools/createObject', {
        keyValueInput: complex({ ...reference('trigger.results.webhookUrls.Flow'), name: 'back' }),
      }),
      step('Start', 'cross-flow/INVOKEFLOW', { flowName: value('Flow') }),
      step('Code', 'code/runCode', { code: value('await context.invokeFlow("Flow", {})') }),
    );
    expect(found.ownFlows.map(({ step: name, target, calls }) => [name, target, calls])).toEqual([
      ['Make', 'Flow', false],
      ['Start', 'Flow', true],
      ['Code', 'Flow', true],
    ]);
  });
});

describe('connections', () => {
  const login: ConfigVar = {
    ...variable('Login'),
    dataType: 'connection',
    connection: { connector: 'http', key: 'basic', version: 'LATEST', isPublic: true },
    inputs: {
      password: value('opensesame'),
      tokenUrl: value('https://login.test/token'),
      username: value(''),
    },
  };

  it('say what they ask for and where it would go, never what they hold', () => {
    const found = audited(
      [login],
      step('Call', 'http/httpGet', { url: value('https://shop.test/'), connection: configVar('Login') }),
      step('Other', 'http/httpGet', { url: value('https://other.test/') }),
    );
    expect(found.connections).toEqual([
      {
        configVar: 'Login',
        connector: 'http',
        key: 'basic',
        inputs: [
          { key: 'password', filled: true },
          { key: 'tokenUrl', filled: true },
          { key: 'username', filled: false },
        ],
        usedBy: [{ flow: 'Flow', step: 'Call', input: 'connection' }],
        goesTo: [
          { host: 'shop.test', source: 'written' },
          { host: 'login.test', source: 'byConfig' },
        ],
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('opensesame');
  });

  it.each([
    ['by its name', 'configVars["Login"]', 1],
    ['by a name it makes up', 'configVars[name]', 1],
    ['all of them', 'JSON.stringify(context.configVars)', 1],
    ['another one', 'configVars["Region"].x', 0],
    ['none', 'return 1', 0],
  ])('are used by code that reads %s', (_what, code, count) => {
    const [connection] = audited([login], step('Code', 'code/runCode', { code: value(code) })).connections;
    expect(connection?.usedBy).toHaveLength(count);
  });

  it('that several integrations share are named', () => {
    const shared = { ...variable('Login'), dataType: 'connection', useScopedConfigVar: 'org-login' };
    expect(audited([shared]).connections).toEqual([
      { configVar: 'Login', scoped: 'org-login', inputs: [], usedBy: [], goesTo: [] },
    ]);
  });

  it('that need an address ask for a host', () => {
    const asking = { ...login, inputs: { host: value('') } };
    expect(hosts(audited([asking]))).toEqual(['byConfig ']);
  });
});

describe('the rest of an audit', () => {
  it('tells what starts each flow', () => {
    const nightly = {
      ...flow(),
      name: 'Nightly',
      trigger: {
        ...step('Clock', 'schedule-triggers/schedule'),
        schedule: { cron: value('0 3 * * *'), scheduleType: 'day', timeZone: 'Europe/Rome' },
      },
    };
    expect(auditIntegration(document({ flows: [flow(), nightly] }), catalogue).triggers).toEqual([
      { flow: 'Flow', step: 'Trigger', kind: 'webhook', connector: 'webhook-triggers', action: 'webhook' },
      {
        flow: 'Nightly',
        step: 'Clock',
        kind: 'schedule',
        connector: 'schedule-triggers',
        action: 'schedule',
        schedule: '0 3 * * *',
        timeZone: 'Europe/Rome',
      },
    ]);
  });

  it('lists code with its lines', () => {
    const code = value('\n// Adds\nreturn 1;\n');
    expect(
      audit(step('Code', 'code/runCode', { code }), step('Mock', 'result-placeholder/actions', { code }))
        .code,
    ).toEqual([{ flow: 'Flow', step: 'Code', input: 'code', lines: 3, firstLine: '// Adds' }]);
  });

  it('lists what is written elsewhere', () => {
    const { effects } = audit(
      step('Get', 'http/httpGet', { url: value('https://shop.test/') }),
      step('Send', 'http/HTTPPOST', { url: value('https://shop.test/orders') }),
      step('Form', 'http/httpPostFormData', { url: value('https://shop.test/'), httpMethod: value('put') }),
      step('Remove', 'aws-s3/deleteObject', { bucket: value('papers') }),
      step('Comment', 'github/issuesCreateComment'),
      step('Look', 'github/listDeletedIssues'),
      step('Tell', 'outbox/sendMessage', { to: value('Me') }),
      step('Keep', 'persist-data/saveInstanceValue'),
    );
    expect(effects.map(({ step: name, does, target }) => [name, does, target])).toEqual([
      ['Send', 'POST request', 'https://shop.test/orders'],
      ['Form', 'PUT request', 'https://shop.test'],
      ['Remove', 'Delete object', 'papers'],
      ['Comment', 'Issues create comment', undefined],
      ['Tell', 'Send message', 'Me'],
    ]);
  });

  it('lists connectors that are missing, that no browser runs, and that only we have', () => {
    const found = audit(
      step('Odd', 'odd/act'),
      step('Odd 2', 'odd/act'),
      step('File', 'sftp/readFile'),
      step('Tell', 'outbox/sendMessage'),
      step('New', 'http/fly'),
    );
    const names = (list: Audit['connectors']['missing']) =>
      list.map(({ connector, actions, usedBy }) => [connector, actions, usedBy.length]);
    expect(names(found.connectors.missing)).toEqual([
      ['http', ['fly'], 1],
      ['odd', ['act'], 2],
    ]);
    expect(names(found.connectors.neverInBrowser)).toEqual([['sftp', ['readFile'], 1]]);
    expect(names(found.connectors.onlyHere)).toEqual([['outbox', ['sendMessage'], 1]]);
  });

  it('lists links, and images that load without a click', () => {
    const found = auditIntegration(
      document({
        documentation:
          'See [this](https://docs.test/a) and ![that](https://spy.test/p.png), ![it][1].\n\n[1]: https://late.test/x.png',
        configPages: [
          {
            name: 'Setup',
            tagline: '',
            elements: [
              {
                type: 'htmlElement',
                value: '<a href="https://help.test">Help</a><img alt="" src=\'//pixel.test/1.gif\'>',
              },
              { type: 'configVar', value: 'https://no.test' },
            ],
          },
        ],
      }),
      catalogue,
    );
    expect(found.links.map(({ place, host, image }) => [place, host, image])).toEqual([
      ['documentation', 'docs.test', false],
      ['documentation', 'spy.test', true],
      ['documentation', 'late.test', true],
      [{ page: 'Setup' }, 'help.test', false],
      [{ page: 'Setup' }, 'pixel.test', true],
    ]);
  });

  it.each(['a.', '/', '[', '![', '`', "'", '//a', 'https://', '@', ']:', 'fetch(', "'//"])(
    'comes to its end for a long text of %s',
    (part) => {
      const text = part.repeat(100_000);
      const steps = [
        step('Call', 'http/httpPost', { url: value(text), data: template(text) }),
        step('Code', 'code/runCode', { code: value(text) }),
      ];
      const found = auditIntegration(document({ documentation: text, flows: [flow(...steps)] }), catalogue);
      expect(found.code[0]?.firstLine).toHaveLength(100);
    },
  );

  it('is the same for the same document, and plain data', () => {
    const one = audit(
      step('Call', 'http/httpGet', { url: reference('a.results') }),
      step('Post', 'slack/postMessage'),
    );
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(one.hosts.map(({ source }) => source)).toEqual(['atRunTime', 'byConnector']);
  });

  it('holds for names like the properties that every object has', () => {
    const odd = {
      constructor: value('https://evil.test/'),
      ...(JSON.parse('{"__proto__":{"type":"value","value":"//spy.test/"}}') as Record<string, Input>),
    };
    expect(hosts(audit(step('toString', '__proto__/constructor', odd)))).toEqual([
      'written evil.test',
      'written spy.test',
    ]);
  });
});

function hosts({ hosts: found }: Audit): string[] {
  return found.map(({ host, source }) => `${source} ${host}`);
}

function audit(...steps: Step[]): Audit {
  return audited([], ...steps);
}

/** With config variables that addresses are made of. */
function audited(configVars: ConfigVar[], ...steps: Step[]): Audit {
  const own = [
    variable('Base', 'https://base.test/v1'),
    variable('Tenant', 'acme'),
    variable('Open', 'https://open.test'),
    variable('Empty'),
  ];
  return auditIntegration(
    document({ flows: [flow(...steps)], configVars: [...own, ...configVars] }),
    catalogue,
  );
}

function document(more: Partial<Integration>): Integration {
  const none = {
    description: '',
    category: '',
    documentation: '',
    labels: [],
    configVars: [],
    configPages: [],
  };
  return { name: 'Stranger', ...none, flows: [], ...more };
}

function variable(key: string, defaultValue?: string): ConfigVar {
  return { key, dataType: 'string', description: '', ...(defaultValue !== undefined && { defaultValue }) };
}
