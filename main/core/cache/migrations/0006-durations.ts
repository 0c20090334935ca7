/** How long a sound or a film is that waits for the relay, ms. */
export const durations = `
ALTER TABLE uploads ADD COLUMN duration_ms INTEGER;
`;
