import type { ChannelType } from '../domain/kinds/channel.ts';
import type { PersonView, MessageView } from './views.ts';

/** What a search finds, here and with the relay. */

export interface SearchHit {
  message: MessageView;
  /** Ranges of `message.text` that match, [start, end) in UTF-16 units. */
  ranges: [number, number][];
  /** Whether this computer holds the message; it is fetched when somebody goes to it otherwise. */
  here: boolean;
}

export interface SearchResult {
  hits: SearchHit[];
  /** Give it back for the next page; null at the end. */
  next: string | null;
  /** What of the query was not understood, to tell the person. */
  problems: {
    word: string;
    code: 'unknown_person' | 'unknown_channel' | 'bad_date' | 'unknown_filter';
  }[];
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType; title: string }>;
}

/**
 * What the relay found. `whole`: everything that the person may read was searched, also where the
 * relay had no need to be asked, as all of it is on this computer. `offline`, `unavailable`: only
 * what is on this computer could be searched.
 */
export interface RelaySearchResult extends SearchResult {
  reach: 'whole' | 'offline' | 'unavailable';
}

export interface SwitcherResult {
  places: {
    id: string;
    type: ChannelType;
    title: string;
    people: string[];
    member: boolean;
    archived: boolean;
    unread: number;
  }[];
  people: PersonView[];
  messages: SearchHit[];
  channels: Record<string, { name: string; type: ChannelType; title: string }>;
  directory: Record<string, PersonView>;
}
