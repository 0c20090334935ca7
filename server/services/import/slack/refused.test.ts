import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orgScope, registryScope } from '../../../../shared/domain/scope.ts';
import { ExportRefused } from './refused.ts';
import { people, says, Workplace } from './testing/exported.ts';
import { zipOf, type ZipEntry } from './testing/zip.ts';
import { openZip } from './zip-source.ts';

const sample = readFileSync(fileURLToPath(new URL('fixtures/testarchive.zip', import.meta.url)));

let at: Workplace;
beforeEach(async () => {
  at = await Workplace.open();
});
afterEach(() => at.close());

const json = (value: unknown): string => JSON.stringify(value);
const sound: ZipEntry[] = [
  { name: 'users.json', data: json(people('A')) },
  { name: 'channels.json', data: json([{ id: 'HALL', name: 'hall' }]) },
  { name: 'hall/', data: '' },
  { name: 'hall/2023-11-14.json', data: json([says('A', 0, 'hi')]) },
];
const without = (name: string): ZipEntry[] => sound.filter((entry) => entry.name !== name);
const withEntry = (entry: ZipEntry): ZipEntry[] => [...without(entry.name), entry];

/** How an import was refused, and how much it had written. */
async function refusal(file: string) {
  const error = await at.import(file).catch((reason: unknown) => reason);
  if (!(error instanceof ExportRefused)) throw error;
  const heads = await at.store.heads([orgScope, registryScope]);
  const { problem, message } = error;
  return { problem, message, written: heads.reduce((sum, { head }) => sum + head, 0) };
}

const refused = (problem: string, words: RegExp) => ({
  ...{ problem, message: expect.stringMatching(words) as string, written: 0 },
});

describe('a broken export is refused, in words, and nothing is written', () => {
  it.each<[string, Buffer, string, RegExp]>([
    ['no zip', Buffer.from('hello, world'.repeat(50)), 'broken', /is not a zip file/],
    ['an empty file', Buffer.alloc(0), 'broken', /is not a zip file/],
    ['cut off', sample.subarray(0, sample.length / 2), 'broken', /a part of it is missing/],
    [
      'damaged inside',
      Buffer.from(sample).fill(7, 60, 2_000),
      'broken',
      /is damaged. Download the export again/,
    ],
    [
      'without people',
      zipOf(without('users.json')),
      'not_an_export',
      /has no users.json. Nothing was imported/,
    ],
    ['without channels', zipOf(without('channels.json')), 'not_an_export', /no list of channels/],
    [
      'with a mistake in a day',
      zipOf(withEntry({ name: 'hall/2023-11-15.json', data: '[{"ts": }]' })),
      'broken',
      /^hall\/2023-11-15.json is not valid JSON: Unexpected token '}'/,
    ],
    [
      'with a day that is no list',
      zipOf(withEntry({ name: 'hall/2023-11-15.json', data: '{"a": 1}' })),
      'not_an_export',
      /should hold a list/,
    ],
    [
      'with a list of people that is none',
      zipOf(withEntry({ name: 'users.json', data: '{"ok": false}' })),
      'not_an_export',
      /users.json should hold a list/,
    ],
    [
      'with a password',
      zipOf(withEntry({ name: 'users.json', data: '[]', encrypted: true })),
      'encrypted',
      /has a password. Unpack it/,
    ],
    [
      'with a name twice',
      zipOf([...sound, { name: 'users.json', data: '[]' }]),
      'broken',
      /holds users.json twice/,
    ],
  ])('%s', async (_what, bytes, problem, words) => {
    expect(await refusal(at.write('export.zip', bytes))).toEqual(refused(problem, words));
  });

  it('nothing there', async () => {
    expect(await refusal(`${at.folder}/missing.zip`)).toEqual(
      refused('not_found', /There is nothing at .*missing.zip/),
    );
  });
});

describe('a zip that was made to do harm is refused', () => {
  it.each<[string, ZipEntry, RegExp]>([
    ['leaving its folder', { name: '../evil.json', data: '[]' }, /would leave its folder/],
    ['an absolute path', { name: '/etc/evil.json', data: '[]' }, /would leave its folder/],
    ['a drive', { name: 'C:/evil.json', data: '[]' }, /would leave its folder/],
    ['a link', { name: 'hall/x.json', data: '/etc/passwd', symlink: true }, /holds a link/],
    ['a bomb', { name: 'hall/x.json', data: ' '.repeat(20_000_000) }, /unpack without end/],
  ])('%s', async (_what, entry, words) => {
    const file = at.write('export.zip', zipOf(withEntry(entry)));
    expect(await refusal(file)).toEqual(refused('unsafe', words));
  });

  it('a file larger than it says', async () => {
    const day = { name: 'hall/2023-11-14.json', data: json([says('A', 0, 'x')]), claimedSize: 3 };
    const file = at.write('export.zip', zipOf(withEntry(day)));
    expect(await refusal(file)).toEqual(refused('broken', /is damaged/));
  });

  it('more than any export', async () => {
    const file = at.write('export.zip', zipOf(sound));
    const limits = { files: 1_000, fileBytes: 1_000_000, totalBytes: 1_000_000 };
    await (await openZip(file, limits)).close();
    for (const less of [{ files: 2 }, { totalBytes: 100 }, { fileBytes: 20 }]) {
      await expect(openZip(file, { ...limits, ...less })).rejects.toMatchObject({
        problem: 'too_large',
      });
    }
  });
});

describe('what is a little odd is read', () => {
  it('a zip of one folder that holds the export, as some systems make them', async () => {
    const inside = sound.map((entry) => ({ ...entry, name: `My Export/${entry.name}` }));
    const debris = { name: '__MACOSX/My Export/._users.json', data: 'x' };
    const file = at.write('export.zip', zipOf([...inside, debris]));
    const report = await at.import(file);
    expect(report.imported).toMatchObject({ users: 1, channels: 1, messages: 1 });
    expect(report.skipped).toEqual([]);
  });

  it('a byte order mark, and numbers written as texts', async () => {
    const channel = { id: 'HALL', name: 'hall', created: '1452837318' };
    const file = at.write(
      'export.zip',
      zipOf(withEntry({ name: 'channels.json', data: `\u{feff}${json([channel])}` })),
    );
    await at.import(file);
    expect(await at.rows(orgScope, 'channel')).toMatchObject([{ createdAt: 1_452_837_318_000 }]);
  });
});
