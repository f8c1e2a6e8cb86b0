import type { Door, Visit } from '../doors/door.ts';

/** The executable and the single file: what is the same at the other doors need be told no more often. */
export const twoDoors = ({ name }: Door) => name === 'executable' || name === 'single file';

export interface Story {
  name: string;
  tell(visit: Visit, door: Door): Promise<void>;
  /** Doors that it concerns; all of them when absent. */
  only?(door: Door): boolean;
}
