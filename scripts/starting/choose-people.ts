import type { User } from '../../shared/domain/kinds/user.ts';

/** No person, or more than one, is meant by a name. The message says who there is. */
export class NobodyCalled extends Error {
  override readonly name = 'NobodyCalled';
}

type Person = Pick<User, 'name' | 'displayName' | 'role'>;

const MOST_NAMED = 12;

/**
 * Whose Balai is opened: those who are named by their sign-in name, their shown name or the
 * beginning of either; else the preferred one, an owner, or whoever comes first.
 *
 * @param preferred a sign-in name
 * @throws {NobodyCalled}
 */
export function choosePeople<P extends Person>(
  all: readonly P[],
  names: readonly string[],
  preferred: string,
): P[] {
  if (names.length > 0) return [...new Set(names.map((name) => called(all, name)))];
  const first =
    all.find(({ name }) => name === preferred) ??
    all.find(({ role }) => role === 'owner') ??
    all.find(({ role }) => role === 'admin') ??
    all[0];
  if (first === undefined) throw new NobodyCalled('There is nobody in it who could be signed in.');
  return [first];
}

function called<P extends Person>(all: readonly P[], wanted: string): P {
  const asked = wanted.trim().toLowerCase();
  const forms = ({ name, displayName }: P) => [name, displayName.toLowerCase()];
  const exact = all.filter((one) => forms(one).includes(asked));
  const found =
    exact.length > 0 ? exact : all.filter((one) => forms(one).some((f) => f.startsWith(asked)));
  if (found.length === 1 && asked !== '') return found[0]!;
  const listed = found.length > 1 ? found : all;
  const some = listed
    .slice(0, MOST_NAMED)
    .map(({ displayName, name }) => `${displayName} (${name})`);
  const more = listed.length > MOST_NAMED ? `, and ${listed.length - MOST_NAMED} more` : '';
  const why =
    found.length > 1 ? `Several people are called "${wanted}"` : `Nobody is called "${wanted}"`;
  throw new NobodyCalled(`${why}. There are: ${some.join(', ')}${more}.`);
}
