import { expect, it } from 'vitest';
import { isLocal } from '#lib/model/isLocal.ts';
import { originOf } from '#lib/model/originOf.ts';

it.each([
  ['https://api.example.com/v1?x=1', 'https://api.example.com'],
  ['api.example.com', 'https://api.example.com'],
  [' api.example.com:8443/v1 ', 'https://api.example.com:8443'],
  ['HTTP://API.example.com', 'http://api.example.com'],
  ['localhost:3000', 'http://localhost:3000'],
  ['192.168.1.5', 'http://192.168.1.5'],
  ['https://localhost', 'https://localhost'],
  ['', undefined],
  ['  ', undefined],
  ['ftp://files.example.com', undefined],
  ['javascript://x', undefined],
  ['two words', undefined],
])('the origin of “%s” is %s', (typed, origin) => expect(originOf(typed)).toBe(origin));

it.each([
  'localhost',
  'app.localhost',
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.0.9',
  '[::1]',
  'fd00::1',
  'nas.local',
])('%s is local', (name) => expect(isLocal(name)).toBe(true));

it.each(['example.com', '172.32.0.1', '11.0.0.1', 'localhost.example.com', '10.example.com', '2001:db8::1'])(
  '%s is not local',
  (name) => expect(isLocal(name)).toBe(false),
);
