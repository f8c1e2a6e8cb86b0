import type { Door, Visit } from '../doors/door.ts';

export interface Story {
  name: string;
  tell(visit: Visit, door: Door): Promise<void>;
  /** Doors that it concerns; all of them when absent. */
  only?(door: Door): boolean;
}
