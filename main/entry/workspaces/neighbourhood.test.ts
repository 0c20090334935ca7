import { expect, it } from 'vitest';
import type { OwnState } from '../../../shared/rpc/workspace-entry.ts';
import { Neighbourhood } from './neighbourhood.ts';

const open = (name: string, badge = 0): OwnState => ({
  ...{ name, address: `${name}.example`, state: 'signed_in', problem: null, badge },
  colour: null,
});
const out = (problem: OwnState['problem'] = null): OwnState => ({
  ...{ name: null, address: null, state: 'signed_out', problem, badge: 0, colour: null },
});

function three() {
  const all = new Neighbourhood();
  ['a', 'b', 'c'].forEach((id, colour) => all.add({ id, colour, used: false }));
  all.told('a', open('Nusa', 2));
  all.told('b', open('Koperasi', 1));
  all.told('c', out());
  return all;
}

it('each window lists all in which somebody is signed in, and knows itself', () => {
  const list = three().listFor('b');
  expect(list.map(({ id, name, colour, badge, here }) => [id, name, colour, badge, here])).toEqual([
    ['a', 'Nusa', 0, 2, false],
    ['b', 'Koperasi', 1, 1, true],
  ]);
});

it('shows one in the colour that was chosen for it, else in that of its folder', () => {
  const all = three();
  all.told('b', { ...open('Koperasi'), colour: 6 });
  expect(all.listFor('a').map(({ colour }) => colour)).toEqual([0, 6]);
  all.told('b', open('Koperasi'));
  expect(all.listFor('a').map(({ colour }) => colour)).toEqual([0, 1]);
});

it('a window at whose door nobody has come in lists itself too; the others do not', () => {
  const all = three();
  expect(all.listFor('c').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(all.free()).toBe('c');
});

it('one whose access was taken away stays by its name until that was read', () => {
  const all = three();
  all.told('a', out('revoked'));
  expect(all.listFor('b')[0]).toMatchObject({
    id: 'a',
    name: 'Nusa',
    problem: 'revoked',
    badge: 0,
  });
  expect(all.free()).toBe('c');
  all.cleared('a');
  expect(all.listFor('b').map(({ id }) => id)).toEqual(['b']);
  expect(all.free()).toBe('a');
});

it('leads from one that is left to another', () => {
  const all = three();
  expect(all.other('c')).toBe('a');
  expect(all.other('a')).toBe('b');
  all.remove('b');
  expect(all.other('a')).toBeUndefined();
});

it('one that was used is not free before its core has told how it is', () => {
  const all = new Neighbourhood();
  all.add({ id: 'a', colour: 0, used: true });
  expect(all.free()).toBeUndefined();
  all.told('a', out());
  expect(all.free()).toBe('a');
});

it('tells of each change', () => {
  const all = three();
  let changes = 0;
  const stop = all.onChange(() => changes++);
  all.told('a', open('Nusa', 3));
  all.remove('b');
  stop();
  all.told('a', open('Nusa', 4));
  expect(changes).toBe(2);
});
