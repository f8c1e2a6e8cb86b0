import { createContext, use } from 'react';
import type { SessionState } from '../engine/types';

export const SessionContext = createContext<SessionState | null>(null);

/** Who works, where, which day it is, and what can be undone. */
export function useSession(): SessionState {
  const session = use(SessionContext);
  if (!session) throw new Error('no session above this screen');
  return session;
}
