import { describe, expect, it } from 'vitest';
import type { SwitcherResult } from '../../../shared/rpc/search-views.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { targetsOf } from './targets.ts';

type Place = SwitcherResult['places'][number];
const place = (id: string, more: Partial<Place> = {}): Place => ({
  ...{ id, type: 'public', title: id, people: [], member: true },
  ...{ archived: false, unread: 0, ...more },
});
const person = (id: string, more: Partial<PersonView> = {}) =>
  ({ id, displayName: id, disabled: false, ...more }) as PersonView;
const found = (places: SwitcherResult['places'], people: PersonView[]): SwitcherResult => ({
  ...{ places, people, messages: [], channels: {}, directory: {} },
});

describe('where a message can be handed on to', () => {
  it('is where one may write', () => {
    const places = [
      place('umum'),
      place('toko', { member: false }),
      place('x', { archived: true }),
    ];
    expect(targetsOf(found(places, []), 'ayu').map(({ id }) => id)).toEqual(['umum']);
  });

  it('is somebody who works here, once, and not oneself', () => {
    const talk = place('talk', { type: 'dm', people: ['budi'] });
    const people = [
      person('budi'),
      person('citra'),
      person('ayu'),
      person('d', { disabled: true }),
    ];
    expect(targetsOf(found([talk], people), 'ayu').map(({ id }) => id)).toEqual(['talk', 'citra']);
  });
});
