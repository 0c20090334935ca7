import { describe, expect, it } from 'vitest';
import { person } from '../../testing/messages.ts';
import { channelChoices, peopleChoices, type Choice } from './choices.ts';

const keys = (choices: Choice[]): string[] => choices.map((choice) => choice.key);
const ayu = person({ id: 'ayu', displayName: 'Ayu Kartika', title: 'Gudang' });
const sari = person({ id: 'sari', displayName: 'Sári Wulandari' });
const gone = person({ id: 'gone', displayName: 'Gana', disabled: true });

describe('people to name', () => {
  it('are those of the channel first, each once, and nobody who has left', () => {
    const choices = peopleChoices('a', [sari], [ayu, sari, gone], true);
    expect(keys(choices)).toEqual(['sari', 'ayu']);
    expect(choices.map((one) => one.of === 'person' && one.here)).toEqual([true, false]);
  });

  it('are everybody where that is begun, and never in a conversation', () => {
    expect(keys(peopleChoices('he', [], [], true))).toEqual(['here']);
    const chandra = person({ id: 'chandra', displayName: 'Chandra' });
    expect(keys(peopleChoices('ch', [chandra], [], true))).toEqual(['channel', 'chandra']);
    expect(keys(peopleChoices('ch', [], [], false))).toEqual([]);
    expect(keys(peopleChoices('', [ayu], [], true))).toEqual(['ayu', 'channel', 'here']);
  });

  it('are groups where their name is begun, but not in a conversation', () => {
    const group = { id: 'g', name: 'keuangan', about: '', count: 1, mine: false, first: ['Ayu'] };
    expect(keys(peopleChoices('ke', [ayu], [], true, [group]))).toEqual(['g']);
    expect(keys(peopleChoices('ua', [], [], true, [group]))).toEqual([]);
    expect(keys(peopleChoices('ke', [], [], false, [group]))).toEqual([]);
    expect(keys(peopleChoices('k', [ayu], [], true, [group]))).toEqual(['g', 'ayu']);
  });

  it('are found by their names alone, whatever the directory finds them by', () => {
    expect(keys(peopleChoices('gud', [ayu, sari], [], false))).toEqual([]);
    expect(keys(peopleChoices('sari w', [ayu, sari], [], false))).toEqual(['sari']);
    expect(keys(peopleChoices('kar ayu', [ayu, sari], [], false))).toEqual(['ayu']);
  });
});

describe('channels to name', () => {
  const own = [
    { id: '1', type: 'private', title: 'direksi', archived: false },
    { id: '2', type: 'public', title: 'gudang-surabaya', archived: false },
    { id: '3', type: 'dm', title: 'Gudang Guru', archived: false },
    { id: '4', type: 'public', title: 'gudang-lama', archived: true },
  ] as const;
  const others = [
    { id: '5', type: 'public', name: 'info-gudang', topic: 'x', archived: false },
    { id: '2', type: 'public', name: 'gudang-surabaya', topic: 'stok', archived: false },
  ];

  it('are the own ones first, no conversations and nothing archived', () => {
    expect(keys(channelChoices('gud', own, others))).toEqual(['2', '5']);
  });

  it('bring their topic where it is known', () => {
    const [first] = channelChoices('gudang-s', own, others);
    expect(first?.of === 'channel' && first.topic).toBe('stok');
  });
});
