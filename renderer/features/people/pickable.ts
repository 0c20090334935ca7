import type { PersonView } from '../../../shared/rpc/views.ts';

/** Who can still be chosen: not twice, not who is there already, nobody who has left. */
export function pickable(
  found: readonly PersonView[],
  chosen: readonly PersonView[],
  without: readonly string[],
): PersonView[] {
  const taken = new Set([...chosen.map((person) => person.id), ...without]);
  return found.filter((person) => !taken.has(person.id) && !person.disabled);
}
