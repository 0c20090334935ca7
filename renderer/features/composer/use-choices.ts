import { useEffect, useState } from 'react';
import type { ChannelView, PersonView } from '../../../shared/rpc/views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { ownFound, useOwnEmoji } from '../emoji/own-emoji.ts';
import { useEmoji } from '../emoji/use-emoji.ts';
import { useGroups } from '../groups/use-groups.ts';
import { commandsFor } from '../slash/slash-commands.ts';
import { channelChoices, MOST_CHOICES, peopleChoices, type Choice } from './choices.ts';
import type { Asked } from './completion.ts';

interface Answers {
  readonly members: readonly PersonView[];
  readonly people: readonly PersonView[];
  readonly channels: readonly ChannelView[];
}

const NONE: Answers = { members: [], people: [], channels: [] };

/** The choices for what is asked at the caret. Until an answer comes, those of the letter before. */
export function useChoices(
  asked: Asked | null,
  channelId: string,
  everybody: boolean,
  conversation: boolean,
): Choice[] {
  const core = useCore();
  const [answers, setAnswers] = useState(NONE);
  const index = useEmoji(asked?.of === 'emoji');
  const own = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.channels) ?? [];
  const groups = useGroups();
  const ownEmoji = useOwnEmoji();
  const of = asked?.of ?? null;
  const query = asked?.query ?? '';
  useEffect(() => {
    let here = true;
    const take = (next: Partial<Answers>): void => {
      if (here) setAnswers({ ...NONE, ...next });
    };
    if (of === 'person') {
      Promise.all([
        core.members({ channelId, query, limit: MOST_CHOICES }),
        core.people({ query, limit: MOST_CHOICES }),
      ]).then(([members, people]) => take({ members: members.people, people }), reportError);
    } else if (of === 'channel') {
      core
        .browse({ query, limit: MOST_CHOICES })
        .then(({ channels }) => take({ channels }), reportError);
    }
    return () => {
      here = false;
    };
  }, [core, channelId, of, query]);
  switch (of) {
    case 'person':
      return peopleChoices(query, answers.members, answers.people, everybody, groups);
    case 'channel':
      return channelChoices(query, own, answers.channels);
    case 'command':
      return commandsFor(query, conversation).map((command) => ({
        ...{ of: 'command', key: command.names[0] ?? '', command },
      }));
    case 'emoji':
      return [
        ...ownFound(ownEmoji, query, MOST_CHOICES),
        ...(index?.search(query, MOST_CHOICES) ?? []),
      ]
        .slice(0, MOST_CHOICES)
        .map((emoji) => ({ of: 'emoji', key: emoji.emoji, emoji }));
    default:
      return [];
  }
}
