import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../core/testing/folder.ts';
import { lockProfile, ProfileInUse } from './profile-lock.ts';

it('lets one host in at a time', () => {
  const dir = join(temporaryFolder(), 'profile');
  const release = lockProfile(dir, 1, () => true);
  expect(() => lockProfile(dir, 2, () => true)).toThrow(ProfileInUse);
  release();
  expect(() => lockProfile(dir, 2, () => true)).not.toThrow();
});

it('takes over from a host that was killed, or whose lock says nothing', () => {
  const dir = temporaryFolder();
  lockProfile(dir, 1, () => true);
  const release = lockProfile(dir, 2, () => false);
  release();
  writeFileSync(join(dir, 'host.lock'), '');
  expect(() => lockProfile(dir, 3, () => true)).not.toThrow();
});

it('knows a process that runs from one that does not', () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'host.lock'), String(process.ppid));
  expect(() => lockProfile(dir)).toThrow(ProfileInUse);
});
