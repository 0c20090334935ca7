import { createContext, useContext } from 'react';

/** A group as a text names it. */
export interface CalledGroup {
  readonly name: string;
  /** Whether the reader is in it. */
  readonly mine: boolean;
  /** Who is in it, in a few words. */
  readonly people: string;
}

/** What the words of a message need to know of their surroundings. It changes rarely. */
export interface TextReader {
  /** Opens an address outside, or a place in Balai. */
  openLink(url: string): void;
  openPerson(id: string): void;
  openChannel(id: string): void;
  /** A group by its id; undefined where there is none. */
  group(id: string): CalledGroup | undefined;
  openGroup(id: string): void;
  /** The address of the picture of an emoji that the workspace made. */
  emoji(name: string): string | undefined;
}

export const TextReaderContext = createContext<TextReader | null>(null);
export const TextReaderProvider = TextReaderContext.Provider;

export function useTextReader(): TextReader {
  const reader = useContext(TextReaderContext);
  if (reader === null) throw new Error('used outside TextReaderProvider');
  return reader;
}

/** Names for the ids in a text. */
export interface TextNames {
  readonly me: string;
  readonly people: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, { name: string; private: boolean }>>;
}
