import { describe, expect, it } from 'vitest';
import { fileEnding, fileName, MAX_FILE_NAME, tidyFileName } from './file-name.ts';

const fits = (name: string): boolean => fileName.safeParse(name).success;

describe('the name of a file', () => {
  it.each(['Surat jalan.pdf', 'تقرير.docx', '会議.txt', '.profile', 'a', 'nina 👩‍👧.png', 'a..b'])(
    'may be %j',
    (name) => {
      expect(fits(name)).toBe(true);
      expect(tidyFileName(name)).toBe(name);
    },
  );

  it.each([
    ['a path', '../../etc/passwd', '.._.._etc_passwd'],
    ['a path of Windows', 'C:\\temp\\a.txt', 'C:_temp_a.txt'],
    ['two lines', 'a\r\nb.txt', 'a__b.txt'],
    ['what nobody sees', 'a\u0000b', 'a_b'],
    ['what turns the reading round', 'foto\u202egpj.exe', 'foto_gpj.exe'],
    ['spaces around it', ' a.txt ', 'a.txt'],
    ['half a character', 'a\ud83d.txt', 'a.txt'],
    ['a folder', '..', 'file'],
    ['nothing', '', 'file'],
  ])('is not %s, and can be made of it', (_what, name, tidy) => {
    expect(fits(name)).toBe(false);
    expect(tidyFileName(name)).toBe(tidy);
    expect(fits(tidy)).toBe(true);
  });

  it('keeps its end where it is too long', () => {
    const tidy = tidyFileName(`${'😀'.repeat(MAX_FILE_NAME)}.spreadsheet`);
    expect(tidy.endsWith('😀.spreadsheet')).toBe(true);
    expect(tidy.length).toBeLessThanOrEqual(MAX_FILE_NAME);
    expect(fits(tidy)).toBe(true);
  });

  it('has an end, by which a policy knows it', () => {
    expect(
      ['Foto.JPG', 'a.tar.gz', 'lari.exe ', 'README', '.profile', 'a.', 'b.exe. .'].map(fileEnding),
    ).toEqual(['jpg', 'gz', 'exe', '', 'profile', '', 'exe']);
  });
});
