import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isFresh } from './fresh-page.ts';

function setup() {
  const root = mkdtempSync(join(tmpdir(), 'balai-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, at: number): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
    utimesSync(join(root, path), at, at);
  };
  write('renderer/app/App.tsx', 100);
  write('shared/rpc/serve.ts', 100);
  return { root, write, fresh: () => isFresh(root, 'dist/renderer/index.html') };
}

it('a page that was never built is not fresh', () => {
  expect(setup().fresh()).toBe(false);
});

it('is as fresh as the newest of its sources, however deep; tests are none', () => {
  const { write, fresh } = setup();
  write('dist/renderer/index.html', 200);
  expect(fresh()).toBe(true);
  write('renderer/app/App.test.tsx', 300);
  expect(fresh()).toBe(true);
  write('renderer/features/search/Search.tsx', 300);
  expect(fresh()).toBe(false);
  write('dist/renderer/index.html', 301);
  expect(fresh()).toBe(true);
});
