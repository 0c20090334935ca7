import type { MouseEvent, ReactNode } from 'react';
import { checkLink } from './link-check.ts';
import { useTextReader } from './text-reader.ts';
import css from './RichText.module.css';

/** A link that is opened outside through the one gate; one that may mislead is plain words. */
export function Link({
  address,
  words,
  children,
}: {
  address: string;
  words: string;
  children: ReactNode;
}) {
  const reader = useTextReader();
  const checked = checkLink(address, words);
  if (!checked.open) {
    return (
      <span>
        {children}
        {words !== checked.address && <span className={css.real}> ({checked.address})</span>}
      </span>
    );
  }
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (event.button <= 1) reader.openLink(checked.url);
  };
  return (
    <a
      href={checked.url}
      title={words === checked.url ? undefined : checked.url}
      rel="noopener noreferrer"
      tabIndex={-1}
      data-stop
      draggable={false}
      onClick={open}
      onAuxClick={open}
    >
      {children}
    </a>
  );
}
