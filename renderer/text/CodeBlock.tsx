import { useEffect, useReducer, type ReactNode } from 'react';
import {
  highlightNow,
  loadHighlighter,
  languageToHighlight,
  type Highlighted,
} from './highlighter.ts';
import css from './CodeBlock.module.css';

/** The few colours that code has; the highlighter tells many more apart. */
const COLOURS: Readonly<Record<string, string | undefined>> = {
  'hljs-keyword': css.keyword,
  'hljs-literal': css.keyword,
  'hljs-built_in': css.keyword,
  'hljs-selector-tag': css.keyword,
  'hljs-name': css.keyword,
  'hljs-string': css.string,
  'hljs-regexp': css.string,
  'hljs-addition': css.string,
  'hljs-comment': css.comment,
  'hljs-quote': css.comment,
  'hljs-meta': css.comment,
  'hljs-deletion': css.deletion,
};

type Part = Highlighted['children'][number];

const colourOf = (node: Part & { type: 'element' }): string | undefined => {
  const names = node.properties['className'];
  const first = Array.isArray(names) ? names[0] : undefined;
  return typeof first === 'string' ? COLOURS[first] : undefined;
};

const draw = (node: Part, key: number): ReactNode => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  return (
    <span key={key} className={colourOf(node)}>
      {node.children.map(draw)}
    </span>
  );
};

/** Code between fences. Its colours may come after its words, which do not move. */
export function CodeBlock({ language, value }: { language: string | null; value: string }) {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const wanted = languageToHighlight(language, value);
  const tree = wanted === null ? null : highlightNow(wanted, value);
  const missing = wanted !== null && tree === null;
  useEffect(() => {
    if (!missing) return undefined;
    let here = true;
    void loadHighlighter().then(() => {
      if (here) again();
    });
    return () => {
      here = false;
    };
  }, [missing]);
  return (
    <pre className={css.block} dir="ltr">
      <code>{tree === null ? value : tree.children.map(draw)}</code>
    </pre>
  );
}
