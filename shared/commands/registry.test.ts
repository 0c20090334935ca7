import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from './registry.ts';

const tests = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

describe('the registry of commands', () => {
  it.each([...commands.values()].map((spec) => [spec.name, spec] as const))(
    '%s is named by what it is about and what it does, and can be sent and carried out',
    (name, spec) => {
      expect(name).toMatch(/^[a-z]+\.[a-z]+$/);
      expect(spec.args).toBeDefined();
      expect(spec.lane).toBeTypeOf('function');
      expect(spec.needs).toBeTypeOf('function');
      expect(spec.run).toBeTypeOf('function');
    },
  );

  it.each([...commands.keys()])('%s has tests beside it', (name) => {
    expect(tests).toContain(`describe('${name}', `);
  });

  it('names each command once', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'));
    const names = files.flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/^ {2}name: '([^']+)'/gm),
    ]);
    expect(names.map((match) => match[1]).sort()).toEqual([...commands.keys()].sort());
  });
});
