import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/registry.ts';
import { conversationId } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { fileRefusals } from '../domain/kinds/file.ts';
import { refusalCodes } from '../domain/refusal.ts';
import { kinds } from '../domain/registry.ts';
import { closeCodes } from './close-codes.ts';
import { downFrame } from './down.ts';
import * as http from './http.ts';
import { upFrame } from './up.ts';
import { isTombstone, parseRow, wireRow } from './wire-row.ts';

const text = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)].map((match) => ({
  label: match[1]!,
  value: JSON.parse(match[2]!) as Record<string, unknown>,
}));
const labelled = (label: string) =>
  examples.filter((example) => example.label === label).map((example) => example.value);

const httpSchemas = {
  'http-error': http.httpError,
  workspace: http.workspaceInfo,
  'sign-in': http.signInRequest,
  granted: http.sessionGranted,
  invite: http.acceptInviteRequest,
  refresh: http.refreshRequest,
  'add-person': http.addPersonRequest,
  invitation: http.invitation,
  'invite-again': http.inviteRequest,
  access: http.accessRequest,
  role: http.roleRequest,
  'urgent-counts': http.urgentCounts,
  upload: http.uploadRequest,
  'upload-state': http.uploadState,
};

describe('docs/protocol.md', () => {
  it('labels every example with a schema that checks it', () => {
    const known = [...Object.keys(httpSchemas), 'up', 'down', 'row', 'command'];
    expect(examples.filter(({ label }) => !known.includes(label))).toEqual([]);
  });

  it.each(Object.entries(httpSchemas))('has a valid example of %s', (label, schema) => {
    expect(labelled(label)).not.toEqual([]);
    for (const value of labelled(label)) expect(() => schema.parse(value)).not.toThrow();
  });

  it('has every code of an HTTP error with its status', () => {
    const [sentence = ''] = /^Codes: [\s\S]*?\.$/m.exec(text) ?? [];
    const told = [...sentence.matchAll(/`(\w+)` \((\d+)\)/g)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(Object.fromEntries(told)).toEqual(http.httpErrors);
  });

  it('has a valid example of every frame up', () => {
    for (const value of labelled('up')) expect(() => upFrame.parse(value)).not.toThrow();
    const kindsShown = new Set(labelled('up').map((value) => value['t']));
    const kindsThere = upFrame.options.flatMap((option) =>
      'options' in option ? ['find'] : [...option.shape.t.values],
    );
    expect([...kindsShown].sort()).toEqual([...new Set(kindsThere)].sort());
  });

  it('has a valid example of every frame down', () => {
    for (const value of labelled('down')) expect(downFrame.parse(value)).toEqual(value);
    const kindsShown = new Set(labelled('down').map((value) => value['t']));
    const kindsThere = downFrame.options.flatMap((option) => [...option.shape.t.values]);
    expect([...kindsShown].sort()).toEqual([...kindsThere].sort());
  });

  it('has a valid example of every kind of row', () => {
    for (const value of labelled('row')) {
      const row = parseRow(wireRow.parse(value));
      expect(row, JSON.stringify(value)).toBeDefined();
      expect(row !== undefined && isTombstone(row)).toBe(false);
    }
    const shown = labelled('row').map((value) => value['kind']);
    // What is the relay's own never leaves it.
    expect(shown.sort()).toEqual(
      Object.keys(kinds)
        .filter((kind) => !['due', 'name', 'upload', 'urgent'].includes(kind))
        .sort(),
    );
  });

  it('has a valid example of every command, but for those that are another turned round', () => {
    for (const value of labelled('command')) {
      const spec = commands.get(value['name'] as string);
      expect(spec, String(value['name'])).toBeDefined();
      expect(() => spec?.args.parse(value['args'])).not.toThrow();
    }
    const shown = labelled('command').map((value) => value['name']);
    const all = new Set([...shown, 'pin.remove', 'reaction.remove']);
    expect([...all].sort()).toEqual([...commands.keys()].sort());
  });

  it('names every refusal and every close code', () => {
    for (const code of refusalCodes) expect(text).toContain(`| \`${code}\` |`);
    for (const code of fileRefusals) expect(text).toContain(`\`${code}\``);
    for (const code of Object.values(closeCodes)) expect(text).toContain(`| ${code} |`);
  });

  it("shows how a conversation's id is made", () => {
    const people = ['0198c5b8-7a51-7b52-a1f3-9a52c1c0de02', '0198c5b8-7a51-7b52-a1f3-9a52c1c0de05'];
    expect(text).toContain(`it is \`${conversationId(people as UserId[])}\``);
  });
});
