import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameOf, placeOf } from './open.ts';

it.each([
  ['postgres://ayu:secret@db/balai', { engine: 'postgres', url: 'postgres://ayu:secret@db/balai' }],
  ['postgresql://db/balai', { engine: 'postgres', url: 'postgresql://db/balai' }],
  ['sqlite:/srv/balai.db', { engine: 'sqlite', file: '/srv/balai.db' }],
  ['/srv/balai', { engine: 'sqlite', file: join('/srv/balai', 'relay.db') }],
])('%s is a place', (spec, place) => {
  expect(placeOf(spec)).toEqual(place);
});

it.each([
  [
    'postgres://ayu:secret@db:5432/balai?sslmode=require',
    'postgres://ayu:***@db:5432/balai?sslmode=require',
  ],
  [
    'postgres:///balai?user=ayu&password=secret&host=/run',
    'postgres:///balai?user=ayu&password=***&host=/run',
  ],
  ['postgres://ayu@db/balai', 'postgres://ayu@db/balai'],
  ['postgres://db/balai', 'postgres://db/balai'],
  ['sqlite:/srv/balai.db', '/srv/balai.db'],
])('%s is told without its password', (spec, name) => {
  expect(nameOf(placeOf(spec))).toBe(name);
});
