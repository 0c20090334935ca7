import { describe, expect, it } from 'vitest';
import { parseRegistry, policySources, POLICY_FILE, type Machine } from './sources.ts';

const nothing: Machine = {
  platform: 'linux',
  env: {},
  run: () => {
    throw new Error('no such program');
  },
  read: () => {
    throw new Error('no such file');
  },
};

const REGISTRY = [
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Balai`,
  '    RelayAddress    REG_SZ    chat.nusa-mandiri.example',
  '    AllowMedia    REG_DWORD    0x0',
  '    StartAtLogin    REG_DWORD    0x1',
  '    CloseToTray    REG_DWORD    0x7',
  '    Empty    REG_SZ    ',
  '    Other    REG_BINARY    00FF',
  '',
].join('\r\n');

describe('where policies come from', () => {
  it('Linux: one file that only root can write', () => {
    const read = (file: string) => {
      expect(file).toBe(POLICY_FILE);
      return '{"AllowMedia":true}';
    };
    expect(policySources({ ...nothing, read })).toEqual([{ AllowMedia: true }]);
  });

  it('macOS: the managed profile, which is not the person’s own settings', () => {
    const run = (file: string, args: readonly string[]) => {
      expect(file).toBe('/usr/bin/plutil');
      expect(args.at(-1)).toBe('/Library/Managed Preferences/id.balai.desktop.plist');
      return '{"RelayAddress":"chat.example"}';
    };
    expect(policySources({ ...nothing, platform: 'darwin', run })).toEqual([
      { RelayAddress: 'chat.example' },
    ]);
  });

  it('Windows: the computer’s policies before the person’s, read by the system’s own program', () => {
    const asked: string[] = [];
    const run = (file: string, args: readonly string[]) => {
      expect(file).toMatch(/^D:.Windows.System32.reg\.exe$/);
      asked.push(args.join(' '));
      if (args[1]?.startsWith('HKCU')) throw new Error('no such key');
      return REGISTRY;
    };
    const sources = policySources({
      ...nothing,
      platform: 'win32',
      env: { SystemRoot: String.raw`D:\Windows` },
      run,
    });
    expect(asked).toEqual([
      String.raw`query HKLM\SOFTWARE\Policies\Balai`,
      String.raw`query HKCU\SOFTWARE\Policies\Balai`,
    ]);
    expect(sources[0]?.['StartAtLogin']).toBe(true);
    expect(sources[1]).toEqual({});
  });

  it('reads switches and texts of the registry, and leaves a strange number for what it is', () => {
    expect(parseRegistry(REGISTRY)).toEqual({
      RelayAddress: 'chat.nusa-mandiri.example',
      AllowMedia: false,
      StartAtLogin: true,
      CloseToTray: 7,
      Empty: '',
    });
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    '%s: where there is none, or it cannot be read, the app starts all the same',
    (platform) => {
      expect(
        policySources({ ...nothing, platform }).every((s) => Object.keys(s).length === 0),
      ).toBe(true);
    },
  );

  it.each(['{', '[]', 'null', '"x"'])('a damaged file counts as none: %s', (content) => {
    expect(policySources({ ...nothing, read: () => content })).toEqual([{}]);
  });
});
