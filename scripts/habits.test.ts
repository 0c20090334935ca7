import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a linter has no rule for, over every file that git keeps. */
const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const code = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));
const tests = code.filter((file) => /\.(test|spec)\.tsx?$/.test(file));

/** The places where a text is found, as `file:line`. */
const placesOf = (pattern: RegExp, where: readonly string[]): string[] =>
  where.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );

/** Longer than this, a file says more than one thing. */
const LONGEST = 400;
/** Tables: each line is an entry, and they are read by searching. */
const tables = [/^renderer\/i18n\//];

describe('the repository', () => {
  it('switches off no check', () => {
    const words = ['oxlint', 'eslint'].map((name) => `${name}-disable`);
    const types = ['ignore', 'expect-error', 'nocheck'].map((name) => `@ts-${name}`);
    expect(placesOf(new RegExp([...words, ...types].join('|')), code)).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(placesOf(/\b(TO{1}DO|FIX{1}ME|XX{1}X)\b/, code)).toEqual([]);
  });

  it('runs all of its tests, always', () => {
    expect(placesOf(/\b(describe|it|test)\.only\b/, tests)).toEqual([]);
  });

  it('does not sleep in tests', () => {
    const sleeps = /setTimeout\((resolve|done|r|ok)\b|waitForTimeout\(|\bsleep\(/;
    expect(placesOf(sleeps, tests).filter((place) => !place.startsWith('scripts/habits'))).toEqual(
      [],
    );
  });

  it('has files that say one thing', () => {
    const long = code
      .filter((file) => !tables.some((pattern) => pattern.test(file)))
      .filter((file) => read(file).split('\n').length > LONGEST);
    expect(long).toEqual([]);
  });

  it('names a test that exists in each row of what works', () => {
    const rows = read('docs/features.md')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, , how]) => how === 'offline' || how === 'works');
    expect(rows.length).toBeGreaterThan(20);
    for (const [, what, , shown] of rows) {
      const named = [...(shown ?? '').matchAll(/`([^`]+)`/g)].map(([, file]) => file);
      expect(named, what).not.toEqual([]);
      expect(
        named.filter((file) => !tests.includes(file ?? '')),
        what,
      ).toEqual([]);
    }
  });

  it('names nothing by where it was put', () => {
    expect(code.filter((file) => /(^|\/)(utils?|helpers?|misc)(\.|\/)/.test(file))).toEqual([]);
  });

  it('fetches packages from wherever npm is set to, by their hashes', () => {
    const lock = read('package-lock.json');
    expect(lock).not.toMatch(/"resolved":/);
    expect(lock).toContain('"integrity": "sha512-');
  });
});
