import { memo, type ReactNode } from 'react';
import type { Block, Inline, Text } from '../../shared/domain/markdown/tree.ts';
import { CodeBlock } from './CodeBlock.tsx';
import { Link } from './Link.tsx';
import { ChannelMention, EverybodyMention, GroupMention, PersonMention } from './Mention.tsx';
import { mayHoldEmoji, WithOwnEmoji } from './OwnEmoji.tsx';
import { parsedTexts } from './parsed.ts';
import type { TextNames } from './text-reader.ts';
import css from './RichText.module.css';

/** Ranges of the source, [start, end) in UTF-16 units, ascending. */
export type Ranges = readonly (readonly [number, number])[];

interface Ink {
  readonly names: TextNames;
  readonly marks: Ranges;
}

/** A text with the parts of it that lie in a marked range. */
function marked({ value, at }: Text, marks: Ranges): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    const low = Math.max(from, start - at);
    const high = Math.min(value.length, end - at);
    if (low >= high) continue;
    if (low > from) parts.push(value.slice(from, low));
    parts.push(
      <mark key={low} className={css.found}>
        {value.slice(low, high)}
      </mark>,
    );
    from = high;
  }
  if (parts.length === 0) return value;
  return [...parts, value.slice(from)];
}

const wordsOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) =>
      'children' in node ? wordsOf(node.children) : 'value' in node ? node.value : '',
    )
    .join('');

const inlines = (nodes: readonly Inline[], ink: Ink): ReactNode[] =>
  nodes.map((node, key) => {
    switch (node.type) {
      case 'text':
        return ink.marks.length === 0 ? (
          mayHoldEmoji(node.value) ? (
            <WithOwnEmoji key={key} text={node.value} />
          ) : (
            node.value
          )
        ) : (
          <span key={key}>{marked(node, ink.marks)}</span>
        );
      case 'break':
        return <br key={key} />;
      case 'code':
        return (
          <code key={key} className={css.code}>
            {marked({ ...node, type: 'text' }, ink.marks)}
          </code>
        );
      case 'strong':
        return <strong key={key}>{inlines(node.children, ink)}</strong>;
      case 'em':
        return <em key={key}>{inlines(node.children, ink)}</em>;
      case 'strike':
        return <s key={key}>{inlines(node.children, ink)}</s>;
      case 'link':
        return (
          <Link key={key} address={node.url} words={wordsOf(node.children)}>
            {inlines(node.children, ink)}
          </Link>
        );
      case 'person':
        return <PersonMention key={key} id={node.id} names={ink.names} />;
      case 'channel':
        return <ChannelMention key={key} id={node.id} names={ink.names} />;
      case 'group':
        return <GroupMention key={key} id={node.id} />;
      case 'everybody':
        return <EverybodyMention key={key} who={node.who} />;
    }
  });

const blocks = (nodes: readonly Block[], ink: Ink, after?: ReactNode): ReactNode[] =>
  nodes.map((node, key) => {
    switch (node.type) {
      case 'paragraph':
        return (
          <p key={key} dir="auto">
            {inlines(node.children, ink)}
            {key === nodes.length - 1 && after}
          </p>
        );
      case 'code':
        return <CodeBlock key={key} language={node.language} value={node.value} />;
      case 'quote':
        return (
          <blockquote key={key} className={css.quote}>
            {blocks(node.children, ink)}
          </blockquote>
        );
      case 'list': {
        const items = node.items.map((item, index) => <li key={index}>{blocks(item, ink)}</li>);
        return node.ordered ? (
          <ol key={key} className={css.ordered} start={node.start}>
            {items}
          </ol>
        ) : (
          <ul key={key} className={css.bullets}>
            {items}
          </ul>
        );
      }
    }
  });

interface Props {
  text: string;
  names: TextNames;
  /** Ranges of the source to be marked, as search gives them. */
  marks?: Ranges;
  /** In one run of lines, without blocks: where a few lines are shown of it. */
  flat?: boolean;
  /** What stands at the end of the last line: "edited". */
  after?: ReactNode | undefined;
}

/** All words of all blocks in a row. */
const flatInlines = (nodes: readonly Block[]): Inline[] =>
  nodes.flatMap((node, i): Inline[] => {
    const lead: Inline[] = i === 0 ? [] : [{ type: 'text', value: ' ', at: -1 }];
    switch (node.type) {
      case 'paragraph':
        return [...lead, ...node.children.map(asWords)];
      case 'code':
        // Each break as a space: every letter keeps its place, for the marks of a search.
        return [...lead, { type: 'code', value: node.value.replaceAll('\n', ' '), at: node.at }];
      case 'quote':
        return [...lead, ...flatInlines(node.children)];
      case 'list':
        return [...lead, ...flatInlines(node.items.flat())];
    }
  });

const asWords = (node: Inline): Inline =>
  node.type === 'break' ? { type: 'text', value: ' ', at: -1 } : node;

const NONE: Ranges = [];

/** A message's markdown as elements. */
export const RichText = memo(function RichText({ text, names, marks = NONE, flat, after }: Props) {
  const parsed = parsedTexts.get(text);
  if (flat === true) {
    return (
      <p className={css.text} dir="auto">
        {inlines(flatInlines(parsed.blocks), { names, marks })}
      </p>
    );
  }
  const inLastLine = parsed.blocks.at(-1)?.type === 'paragraph';
  return (
    <div className={css.text} data-emoji-only={parsed.emojiOnly || undefined}>
      {blocks(parsed.blocks, { names, marks }, inLastLine ? after : undefined)}
      {!inLastLine && after !== undefined && <p>{after}</p>}
    </div>
  );
});
