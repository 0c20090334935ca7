import { expect, it } from 'vitest';
import { diskTrouble } from './disk-trouble.ts';

it.each([
  ["Error: ENOSPC: no space left on device, write '/srv/x'", 'disk_full'],
  ['SqliteError: database or disk is full', 'disk_full'],
  ['StoreUnavailable: disk I/O error', 'disk_full'],
  ["Error: EACCES: permission denied, mkdir '/srv/x'", 'data_folder'],
  ['SqliteError: unable to open database file { code: "SQLITE_CANTOPEN" }', 'data_folder'],
])('%j is told with what to do', (said, code) => {
  const problem = diskTrouble(said, '/srv/balai');
  expect(problem?.code).toBe(code);
  expect(problem?.message).toMatch(/\/srv\/balai.*\. .*--data/);
});

it('makes nothing of what is no trouble with the disk', () => {
  expect(diskTrouble('Error: the export has no users.json', '/srv/balai')).toBeUndefined();
});
