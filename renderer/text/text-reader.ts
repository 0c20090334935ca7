import { createContext, useContext } from 'react';

/** What the words of a message need to know of their surroundings. It changes rarely. */
export interface TextReader {
  /** Opens an address outside, or a place in Balai. */
  openLink(url: string): void;
  openPerson(id: string): void;
  openChannel(id: string): void;
}

const TextReaderContext = createContext<TextReader | null>(null);
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
