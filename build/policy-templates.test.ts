import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isText, policyNames, readPolicy } from '../main/shell/policy/policies.ts';
import { APP_ID, POLICY_FILE } from '../main/shell/policy/sources.ts';

const read = (...path: string[]): string =>
  readFileSync(join(import.meta.dirname, 'policies', ...path), 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const names = [...policyNames].sort();
const texts = policyNames.filter(isText);
const switches = policyNames.filter((name) => !isText(name));

describe('the template for Windows group policy', () => {
  const admx = read('windows', 'Balai.admx');

  it('has each policy of the app, and no other', () => {
    expect(all(admx, /<policy name="(\w+)"/g).sort()).toEqual(names);
  });

  it('writes where the app reads, a switch as 0 or 1 and a text as it is', () => {
    expect(new Set(all(admx, / key="([^"]+)"/g))).toEqual(
      new Set([String.raw`SOFTWARE\Policies\Balai`]),
    );
    expect(all(admx, /<policy [^>]* valueName="(\w+)"/g).sort()).toEqual([...switches].sort());
    expect(all(admx, /<text id="\w+" valueName="(\w+)"/g)).toEqual(texts);
    expect(all(admx, /<enabledValue><decimal value="(\d)"/g)).toEqual(switches.map(() => '1'));
    expect(all(admx, /<disabledValue><decimal value="(\d)"/g)).toEqual(switches.map(() => '0'));
  });

  it.each(['en-US', 'id-ID'])('%s: says in words all that it refers to', (language) => {
    const adml = read('windows', language, 'Balai.adml');
    const wanted = new Set(all(admx, /\$\(string\.(\w+)\)/g));
    expect(new Set(all(adml, /<string id="(\w+)">[^<]+<\/string>/g))).toEqual(wanted);
    expect(all(adml, /<presentation id="(\w+)"/g)).toEqual(texts);
    expect(all(adml, /<textBox refId="(\w+)"/g)).toEqual(texts);
  });

  it('is translated', () => {
    const words = (language: string) =>
      all(read('windows', language, 'Balai.adml'), /<string id="\w+">([^<]+)<\/string>/g);
    const english = new Set(words('en-US'));
    expect(words('id-ID').filter((word) => english.has(word))).toEqual(['Balai']);
  });
});

describe('the profile for macOS', () => {
  const profile = read('macos', 'balai.mobileconfig');

  it('is for the app, with each of its policies and no other', () => {
    expect(all(profile, /<string>(id\.balai\.desktop)<\/string>/g)).toEqual([APP_ID]);
    const keys = all(profile, /<key>(\w+)<\/key>/g).filter((key) => !key.startsWith('Payload'));
    expect(keys.sort()).toEqual(names);
  });

  it('gives each the right type', () => {
    expect(all(profile, /<key>(\w+)<\/key>\s*<(?:true|false)\/>/g)).toEqual(switches);
  });
});

describe('the file for Linux', () => {
  it('has each policy, as the app reads it', () => {
    const file = JSON.parse(read('linux', 'policy.json')) as Record<string, unknown>;
    expect(Object.keys(file).sort()).toEqual(names);
    const wrong: string[] = [];
    expect(readPolicy([file], (name) => wrong.push(name)).relayAddress).toBe('chat.example.com');
    expect(wrong).toEqual([]);
    expect(POLICY_FILE).toMatch(/^\/etc\//);
  });
});
