import { useEffect, useState } from 'react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { CodeBlock } from '../../text/CodeBlock.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { firstLines, type FirstLines } from './first-lines.ts';
import css from './TextStart.module.css';

/** Bytes that are looked at. */
const BYTES = 4_096;

const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ js: 'javascript', mjs: 'javascript', ts: 'typescript', tsx: 'typescript', py: 'python' },
  ...{ sh: 'bash', json: 'json', sql: 'sql', xml: 'xml', html: 'xml', css: 'css', yml: 'yaml' },
  ...{ yaml: 'yaml', java: 'java', go: 'go', rs: 'rust', c: 'c', cpp: 'cpp', cs: 'csharp' },
  ...{ php: 'php', rb: 'ruby', diff: 'diff', patch: 'diff' },
};
const languageOf = (name: string): string | null =>
  LANGUAGES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;

/** How a file of words or code begins. */
export function TextStart({ file }: { file: FileView }) {
  const t = useWords();
  const [start, setStart] = useState<FirstLines | null>(null);
  const { channelId, id, name, size } = file;
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const address = fileAddress({ channelId, fileId: id, part: 'original', save: false });
      const range = `bytes=0-${Math.min(size, BYTES) - 1}`;
      const answer = await fetch(address, { headers: { range }, signal: stop.signal });
      if (!answer.ok) return;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      setStart(firstLines(bytes.subarray(0, BYTES)));
    };
    // Without a line, and where it is not here, the card says enough.
    read().catch(() => undefined);
    return () => stop.abort();
  }, [channelId, id, size]);
  if (start === null) return null;
  return (
    <div className={css.start}>
      <CodeBlock language={languageOf(name)} value={start.lines} />
      {start.more ? <small className={css.more}>{t('files.more')}</small> : null}
    </div>
  );
}
