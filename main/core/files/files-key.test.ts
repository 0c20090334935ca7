import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { openFilesKey, shareFilesKey } from './files-key.ts';

const [OLD, NEXT] = ['a1'.repeat(32), 'b2'.repeat(32)];

it('is the same at each start, and stands nowhere as it is', () => {
  const dir = temporaryFolder();
  const key = openFilesKey(dir, OLD);
  expect(key).toHaveLength(32);
  expect(openFilesKey(dir, OLD).equals(key)).toBe(true);
  const text = readFileSync(join(dir, 'files', 'key.json'), 'utf8');
  expect(text).not.toContain(key.toString('base64').slice(0, 20));
});

it('opens under both keys while the cache changes its own, and then under the one that it has', () => {
  const dir = temporaryFolder();
  const key = openFilesKey(dir, OLD);
  shareFilesKey(dir, OLD, NEXT);
  // A kill here: the cache may have either.
  shareFilesKey(dir, OLD, NEXT);
  expect(openFilesKey(dir, NEXT).equals(key)).toBe(true);
  expect(openFilesKey(dir, OLD).equals(key)).toBe(false);
});

it('is another where nobody can open the one that is there', () => {
  const dir = temporaryFolder();
  const key = openFilesKey(dir, OLD);
  const other = openFilesKey(dir, NEXT);
  expect(other.equals(key)).toBe(false);
  expect(openFilesKey(dir, NEXT).equals(other)).toBe(true);
});
