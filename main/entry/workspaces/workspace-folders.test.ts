import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import { WORKSPACE_COLOURS } from '../../../shared/domain/kinds/workspace.ts';
import { temporaryFolder } from '../../core/testing/folder.ts';
import { FIRST, WorkspaceFolders } from './workspace-folders.ts';

function setup() {
  const base = temporaryFolder();
  const newId = uuid7Generator(() => 1_000_000);
  const folders = () => new WorkspaceFolders(base, newId, () => undefined);
  const signIn = (dir: string): void => writeFileSync(join(dir, 'profile.json'), '{}');
  return { base, folders, signIn };
}

it('the first workspace has the profile’s own folder, and is always there', () => {
  const { base, folders, signIn } = setup();
  expect(folders().open()).toEqual([{ id: FIRST, dir: base, colour: 0, used: false }]);
  signIn(base);
  expect(folders().open()).toEqual([{ id: FIRST, dir: base, colour: 0, used: true }]);
});

it('each further one has a folder, and a colour that no other has', () => {
  const { folders, signIn } = setup();
  const added = Array.from({ length: WORKSPACE_COLOURS - 1 }, () => folders().add());
  for (const { dir } of added) signIn(dir);
  expect(new Set(added.map(({ dir }) => dir)).size).toBe(added.length);
  expect([0, ...added.map(({ colour }) => colour)].sort()).toEqual(
    Array.from({ length: WORKSPACE_COLOURS }, (_, colour) => colour),
  );
  expect(folders().open().slice(1)).toEqual(added.map((one) => ({ ...one, used: true })));
  // There are no more colours: the next shares one.
  expect(folders().add().colour).toBeLessThan(WORKSPACE_COLOURS);
});

it('one that was left is gone with its folder at the next start, and its colour is free', () => {
  const { base, folders, signIn } = setup();
  const left = folders().add();
  const kept = folders().add();
  signIn(kept.dir);
  writeFileSync(join(left.dir, 'preferences.json'), '{}');
  expect(folders().open().slice(1)).toEqual([{ ...kept, used: true }]);
  expect(readdirSync(join(base, 'workspaces'))).toEqual([kept.id]);
  expect(folders().add().colour).toBe(left.colour);
});

it('what lies beside them by another name is none of them, and stays', () => {
  const { base, folders } = setup();
  mkdirSync(join(base, 'workspaces', 'notes'), { recursive: true });
  expect(folders().open()).toHaveLength(1);
  expect(existsSync(join(base, 'workspaces', 'notes'))).toBe(true);
});

it('removes one for good, and never the profile’s own folder', () => {
  const { base, folders, signIn } = setup();
  const { id, dir } = folders().add();
  signIn(dir);
  signIn(base);
  folders().remove(id);
  folders().remove(FIRST);
  expect(existsSync(dir)).toBe(false);
  expect(existsSync(join(base, 'profile.json'))).toBe(true);
});
