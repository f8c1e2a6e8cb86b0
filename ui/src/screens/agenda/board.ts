import type { AgendaDay, AgendaSlot, SchoolPeriod } from '../../engine';
import type { Sent } from '../../live/toPlace';
import type { Acts } from './acts';
import type { Face } from './kinds';

/** What the mouse holds: an event, grabbed so many pixels below its top, or records to place. */
export type Dragged =
  | { slot: AgendaSlot; grab: number; records?: undefined }
  | { records: Sent[]; followUp?: string | undefined; slot?: undefined };

/** An appointment that is about to be written. */
export interface Draft {
  starts: string;
  ends: string;
  allDay: boolean;
  records: Sent[];
  /** The activity whose follow-up it is. */
  followUp?: string | undefined;
}

/** What every view is given. */
export interface Board {
  days: AgendaDay[];
  slots: AgendaSlot[];
  /** School holidays of the zones that are shown. */
  school: SchoolPeriod[];
  today: string;
  now: string;
  /** Nobody's in particular: each event says whose it is. */
  everyone: boolean;
  dragged: Dragged | null;
  face: (slot: AgendaSlot) => Face;
  acts: Acts;
  onDrag: (dragged: Dragged | null) => void;
  onDraft: (draft: Draft) => void;
  onOpen: (slot: AgendaSlot) => void;
  /** What can be done with an event; with one of several persons, whose is asked first. */
  onMenu: (slot: AgendaSlot, x: number, y: number, others?: AgendaSlot[]) => void;
  /** Shows a day by itself. */
  onDay: (day: string) => void;
}

export const bandsOf = (school: SchoolPeriod[], day: string) =>
  school.filter(({ from, to }) => from <= day && day <= to);
