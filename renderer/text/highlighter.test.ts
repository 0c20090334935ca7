import { describe, expect, it } from 'vitest';
import { highlightNow, languageToHighlight, loadHighlighter } from './highlighter.ts';

const colours = async (language: string, code: string): Promise<string[]> => {
  const highlight = await loadHighlighter();
  return (highlight(language, code)?.children ?? []).flatMap((node) => {
    const names = node.type === 'element' ? node.properties['className'] : undefined;
    return Array.isArray(names) ? [String(names[0])] : [];
  });
};

describe('the colours of code', () => {
  it('are those of the language that was named', async () => {
    expect(await colours('sql', "select 'a' -- b")).toEqual([
      'hljs-keyword',
      'hljs-string',
      'hljs-comment',
    ]);
    expect(await colours('tsx', 'const a = 1;')).toContain('hljs-keyword');
  });

  it('are there at once when the highlighter is', async () => {
    await loadHighlighter();
    expect(highlightNow('json', '{"a":1}')).not.toBeNull();
    expect(highlightNow('unheard-of', '+')).toBeNull();
  });

  it('are not worth holding up the page for', () => {
    expect(languageToHighlight('sql', 'x'.repeat(8_001))).toBeNull();
    expect(languageToHighlight('text', 'select 1 from a')).toBeNull();
    expect(languageToHighlight(null, 'select 1 from a')).toBe('sql');
  });
});
