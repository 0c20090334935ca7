/**
 * What the core says has changed; whoever shows it asks again. Coalesced to one notice a frame.
 * A topic with an id is followed by that id: `channel:<id>`, `thread:<root>`, `typing:<channel>`.
 */
export type Topic =
  | 'session'
  | 'workspaces'
  | 'connection'
  | 'sidebar'
  | 'outbox'
  | 'people'
  | 'drafts'
  | 'scheduled'
  | 'threads'
  | 'activity'
  | 'saved'
  | 'uploads'
  | 'preferences'
  | 'notices'
  | 'searches'
  | `channel:${string}`
  | `thread:${string}`
  | `members:${string}`
  | `typing:${string}`;
