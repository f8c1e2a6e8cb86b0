import { createContext } from 'react';
import type { Link } from '../engine/types';

/** How a reference is found and named; the shell gives the real one. */
export interface Finder {
  find: (text: string) => Promise<Link[]>;
  nameOf: (ref: string) => string;
}

export const FinderContext = createContext<Finder>({
  find: () => Promise.resolve([]),
  nameOf: (ref) => ref,
});
