import { useState } from 'react';
import { useCore } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';
import { readSlash, type Typed } from './read-slash.ts';
import { findCommand } from './slash-commands.ts';

/** Why a command was not carried out. `unknown`: there is none of that name. */
export interface SlashProblem {
  readonly words: string;
  readonly unknown: boolean;
}

/** What was typed in. */
interface Field {
  /** It was carried out: the field is emptied. */
  readonly taken: () => void;
  /** Nothing came of it after all. */
  readonly giveBack: () => void;
}

export interface Slash {
  readonly problem: SlashProblem | null;
  /** Whether it is a conversation, where some commands have nothing to do. */
  readonly conversation: boolean;
  /** Carries out what was typed, which `shown` is as the field reads. */
  run(typed: Typed, shown: string, field: Field): void;
  /** Something else is being typed. */
  forget(): void;
}

/** The commands of one composer. */
export function useSlash(channelId: string, rootId: string | null): Slash {
  const t = useWords();
  const format = useFormat();
  const core = useCore();
  const type = useLivePick('channel', { channelId }, [`channel:${channelId}`], (one) => one?.type);
  const conversation = type === 'dm' || type === 'group';
  const [problem, setProblem] = useState<SlashProblem | null>(null);
  const perform = async (
    { name, rest }: Typed,
    words: string,
    { taken, giveBack }: Field,
  ): Promise<void> => {
    const command = findCommand(name);
    if (command === undefined) {
      return setProblem({ words: t('slash.unknown', { name }), unknown: true });
    }
    if (conversation && command.where === 'channels') {
      return setProblem({ words: t('slash.notHere', { name }), unknown: true });
    }
    const now = Date.now();
    const shown = readSlash(words)?.rest ?? rest;
    const place = { core, channelId, rootId, giveBack };
    const done = await command.run({ ...place, rest, shown, now, t, format });
    if ('problem' in done) return setProblem({ words: done.problem, unknown: false });
    setProblem(null);
    taken();
    if (done.said !== null) notify(done.said);
    return undefined;
  };
  return {
    problem,
    conversation,
    run(typed, shown, field) {
      perform(typed, shown, field).catch((error: unknown) => {
        reportError(error);
        notify(t('app.writeFailed'), { bad: true });
      });
    },
    forget: () => setProblem(null),
  };
}
