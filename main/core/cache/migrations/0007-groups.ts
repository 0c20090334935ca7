export const groups = `
-- Ids of the groups that the message calls, as a JSON array; NULL where it calls none.
ALTER TABLE messages ADD COLUMN called TEXT;
CREATE INDEX messages_called ON messages (scope_id, position) WHERE called IS NOT NULL;
`;
