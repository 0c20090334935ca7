import { channelName } from '../../../shared/domain/kinds/channel.ts';

/** Longest name, as the relay has it. */
const LONGEST = 80;

/**
 * What somebody types as a channel's name, made into one while they type: lower case, dashes for
 * spaces, without signs that a name cannot have. A dash at the end stays: more may follow.
 */
export const typeSlug = (typed: string): string =>
  typed
    .toLocaleLowerCase()
    .normalize('NFC')
    .replace(/[\s/.,:;]+/gu, '-')
    .replace(/[^\p{Ll}\p{Lo}\p{M}\p{N}_-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_]+/, '');

/** The name as it is sent: without a dash at its end. */
export const finishSlug = (typed: string): string => typeSlug(typed).replace(/[-_]+$/, '');

export type NameProblem = 'nameEmpty' | 'nameStart' | 'nameLong' | 'nameKnown';

/** What is wrong with a name; `known` are names that are taken, as far as this computer knows. */
export function nameProblem(name: string, known: ReadonlySet<string>): NameProblem | undefined {
  if (name === '') return 'nameEmpty';
  if (name.length > LONGEST) return 'nameLong';
  if (known.has(name)) return 'nameKnown';
  return channelName.safeParse(name).success ? undefined : 'nameStart';
}
