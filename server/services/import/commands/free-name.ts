import type { Work } from '../../../../shared/commands/command.ts';
import { registryScope } from '../../../../shared/domain/scope.ts';

/** Shorter than any name's limit by what is put behind it. */
const MAX_STEM = 60;

/** What something may be called, in the order of liking; the last one nobody else can have. */
export function nameCandidates(name: string, id: string): string[] {
  const stem = name.slice(0, MAX_STEM - 13);
  return [name, `${stem}-2`, `${stem}-3`, `${stem}-4`, `${stem}-${id.slice(0, 13)}`];
}

/** The first name that nobody holds. */
export function freeName(
  work: Work,
  name: string,
  id: string,
  key: (name: string) => string,
): string {
  const candidates = nameCandidates(name, id);
  const free = candidates.find(
    (candidate) => work.get(registryScope, 'name', key(candidate)) === undefined,
  );
  return free ?? candidates.at(-1)!;
}
