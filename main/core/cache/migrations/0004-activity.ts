/** What concerns the person, newest first: who named them, and who reacted to their messages. */
export const activity = `
CREATE INDEX rows_mentioned ON rows (json ->> 'at') WHERE kind = 'mention';
CREATE INDEX rows_reacted ON rows (json ->> 'to', json ->> 'at') WHERE kind = 'reaction';
`;
