/**
 * What the core says has changed; whoever shows it asks again. Coalesced to one notice a frame.
 * A topic with an id is followed by that id: `channel:<id>`, `thread:<root>`, `typing:<channel>`.
 */
export type Topic =
  | 'session'
  | 'workspaces'
  /** What the company has decided for everybody; each conversation may look otherwise by it. */
  | 'company'
  | 'connection'
  | 'sidebar'
  | 'outbox'
  | 'people'
  | 'drafts'
  | 'emoji'
  | 'groups'
  | 'scheduled'
  | 'threads'
  | 'activity'
  | 'saved'
  | 'tasks'
  | 'uploads'
  | 'preferences'
  | 'notices'
  | 'searches'
  | `channel:${string}`
  | `thread:${string}`
  | `members:${string}`
  | `typing:${string}`;
