import { useEffect, useState } from 'react';
import { useCore } from '../../app/core/core-context.tsx';
import type { Core } from '../../app/core/unbranded.ts';
import type { TextNames } from '../../text/text-reader.ts';
import { decode, labelFor, tokensIn, type VisibleText } from './visible-text.ts';

/** A source as it is shown for writing, with the labels that were given out for it. */
export interface Shown {
  readonly source: string;
  readonly value: VisibleText;
  readonly labels: Readonly<Record<string, string>>;
}

type Known = Pick<TextNames, 'people' | 'channels'>;

/** The name of what a token stands for, and what tells it from another of that name. */
async function nameOf(
  token: string,
  known: Known,
  core: Pick<Core, 'person' | 'channel' | 'group'>,
): Promise<{ name: string; more: string } | null> {
  const id = token.slice(2, -1);
  if (token.startsWith('<!group:')) {
    const group = await core.group({ groupId: token.slice(8, -1) });
    return group === null ? null : { name: `@${group.name}`, more: group.id.slice(0, 8) };
  }
  if (token.startsWith('<!')) return { name: `@${id}`, more: '' };
  if (token.startsWith('<@')) {
    const person = known.people[id];
    if (person !== undefined) return { name: `@${person}`, more: id.slice(0, 8) };
    const found = await core.person({ userId: id });
    return found === null ? null : { name: `@${found.displayName}`, more: found.name };
  }
  const channel = known.channels[id]?.name ?? (await core.channel({ channelId: id }))?.name;
  return channel === undefined || channel === ''
    ? null
    : { name: `#${channel}`, more: id.slice(0, 8) };
}

/** Shows a source with names. What nobody knows stays as it is written. */
export async function showSource(
  source: string,
  known: Known,
  core: Pick<Core, 'person' | 'channel' | 'group'>,
): Promise<Shown> {
  const labels = new Map<string, string>();
  const byToken = new Map<string, string>();
  for (const token of new Set(tokensIn(source))) {
    const named = await nameOf(token, known, core);
    if (named === null) continue;
    const label = labelFor(labels, token, named.name, named.more);
    labels.set(label, token);
    byToken.set(token, label);
  }
  return {
    source,
    value: decode(source, (token) => byToken.get(token)),
    labels: Object.fromEntries(labels),
  };
}

const plain = (source: string): Shown => ({
  source,
  value: { text: source, mentions: [] },
  labels: {},
});

/** The same as a hook; null for the moment that names are looked up. */
export function useShown(source: string | undefined, known: Known): Shown | null {
  const core = useCore();
  const [shown, setShown] = useState<Shown | null>(null);
  const names = source !== undefined && tokensIn(source).length > 0;
  useEffect(() => {
    if (source === undefined || !names) return undefined;
    let here = true;
    showSource(source, known, core).then(
      (next) => {
        if (here) setShown(next);
      },
      (error: unknown) => {
        reportError(error);
        if (here) setShown(plain(source));
      },
    );
    return () => {
      here = false;
    };
  }, [source, names, known, core]);
  if (source === undefined) return null;
  if (!names) return plain(source);
  return shown?.source === source ? shown : null;
}
