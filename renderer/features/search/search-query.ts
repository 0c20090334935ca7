import { create } from 'zustand';

/** What was last searched for: it is still there when the panel is opened again. */
export const useSearchQuery = create<{ query: string }>(() => ({ query: '' }));
export const setSearchQuery = (query: string): void => useSearchQuery.setState({ query });
