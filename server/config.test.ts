import { expect, it } from 'vitest';
import { ConfigError, readConfig, usage } from './config.ts';

it('takes flags first, then the environment, then what is usual', () => {
  const env = { BALAI_DATA: '/srv/balai', BALAI_PORT: '8000', BALAI_HOST: '' };
  const config = readConfig(['--port', '9000', '--trust-proxy=true'], env);
  expect(config).toMatchObject({
    ...{ data: '/srv/balai', port: 9_000, host: '127.0.0.1', origins: [], 'log-level': 'info' },
    ...{ 'trust-proxy': true, 'lease-days': 0, 'metrics-token': null, 'directory-limit': 5_000 },
    'link-previews': true,
  });
  const { origins } = readConfig(['--data', 'x', '--origins', 'https://a.id, https://b.id'], {});
  expect(origins).toEqual(['https://a.id', 'https://b.id']);
});

it('names every option that is wrong, and its variable', () => {
  const env = { BALAI_LOG_LEVEL: 'loud' };
  const read = () => readConfig(['--port', '70000'], env);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/--data \(BALAI_DATA\): is missing/);
  expect(read).toThrow(/--port \(BALAI_PORT\): .*65535/);
  expect(read).toThrow(/--log-level \(BALAI_LOG_LEVEL\)/);
});

it('knows no other flags', () => {
  expect(() => readConfig(['--data', 'x', '--dtaa', 'y'], {})).toThrow(ConfigError);
  expect(() => readConfig(['--data', 'x', 'y'], {})).toThrow(ConfigError);
});

it('tells of every option in its help', () => {
  for (const name of Object.keys(readConfig(['--data', 'x'], {})))
    expect(usage).toContain(`--${name} `);
});
