import { addressAt, allowedTarget } from '../../../../../shared/domain/markdown/address.ts';
import { decodeEntities } from './entities.ts';
import { link, literal } from './escape.ts';
import type { SlackNames } from './names.ts';

/** What stands between `<` and `>` in Slack's text. */
type Reference =
  | { type: 'person' | 'channel'; id: string; label: string }
  | { type: 'everybody'; who: 'channel' | 'here' }
  | { type: 'words'; words: string }
  | { type: 'link'; url: string; label: string };

const EVERYBODY: Record<string, 'channel' | 'here'> = {
  channel: 'channel',
  everyone: 'channel',
  group: 'channel',
  here: 'here',
};

function readReference(inner: string): Reference {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : decodeEntities(inner.slice(bar + 1));
  const rest = target.slice(1);
  switch (target[0]) {
    case '@':
      return { type: 'person', id: rest, label };
    case '#':
      return { type: 'channel', id: rest, label };
    case '!': {
      const who = EVERYBODY[rest];
      if (who !== undefined) return { type: 'everybody', who };
      // Groups of people and dates say in their label what they are.
      return { type: 'words', words: label || (rest.startsWith('subteam') ? '@group' : rest) };
    }
    default:
      return { type: 'link', url: decodeEntities(target), label };
  }
}

const personName = (id: string, label: string, names: SlackNames): string =>
  `@${(names.userName(id) ?? label.replace(/^@/, '')) || id}`;
const channelName = (id: string, label: string, names: SlackNames): string =>
  `#${(names.channelName(id) ?? label.replace(/^#/, '')) || id}`;

/** A bare address where it would be read as one to its end, and nothing else. */
function bareLink(url: string): string {
  if (addressAt(url, 0)?.end === url.length) return url;
  return /\s/.test(url) ? link(literal(url), url) : `<${url}>`;
}

/** As markdown. `alone`: there is no word right before or after it. */
export function markdownReference(inner: string, names: SlackNames, alone: boolean): string {
  const reference = readReference(inner);
  switch (reference.type) {
    case 'person': {
      const id = names.userId(reference.id);
      return id === undefined
        ? literal(personName(reference.id, reference.label, names))
        : `<@${id}>`;
    }
    case 'channel': {
      const id = names.channelId(reference.id);
      return id === undefined
        ? literal(channelName(reference.id, reference.label, names))
        : `<#${id}>`;
    }
    case 'everybody':
      return `<!${reference.who}>`;
    case 'words':
      return literal(reference.words);
    case 'link': {
      const { url, label } = reference;
      if (allowedTarget(url) === null) return literal(label || url);
      if (label === '' || label === url) return alone ? bareLink(url) : `<${url}>`;
      if (url === `mailto:${label}` && alone) return label;
      return link(literal(label), url);
    }
  }
}

/** As words without any mark, for places that show no markdown. */
export function plainReference(inner: string, names: SlackNames): string {
  const reference = readReference(inner);
  switch (reference.type) {
    case 'person':
      return personName(reference.id, reference.label, names);
    case 'channel':
      return channelName(reference.id, reference.label, names);
    case 'everybody':
      return `@${reference.who}`;
    case 'words':
      return reference.words;
    case 'link':
      return reference.label || reference.url.replace(/^mailto:/, '');
  }
}
