import type { AgendaSlot } from '../../engine';
import { useField } from '../../live/catalogue';
import {
  IconBriefcase,
  IconCalendar,
  IconCar,
  IconPhone,
  IconPlane,
  IconSchool,
  IconSteeringWheel,
  IconTool,
  IconUsersGroup,
  type TablerIcon,
} from '../../parts/icons';

/** The types of the product, in their order: each has its tone and its picture; the others are plain. */
const icons: TablerIcon[] = [
  IconBriefcase,
  IconSteeringWheel,
  IconCar,
  IconTool,
  IconPhone,
  IconUsersGroup,
  IconSchool,
  IconPlane,
];

export interface Face {
  /** The number of its type, `follow` for a follow-up, `plain` for a type of somebody's own. */
  tone: string;
  Icon: TablerIcon;
}

/** How each event is drawn, by its type. */
export function useFaces(): (slot: AgendaSlot) => Face {
  const kinds = useField('agenda_entry', 'kind')?.choices ?? [];
  return (slot) => {
    if (slot.what === 'follow_up') return { tone: 'follow', Icon: IconPhone };
    const at = kinds.findIndex(({ label }) => label === slot.kind);
    const Icon = icons[at];
    return Icon ? { tone: String(at), Icon } : { tone: 'plain', Icon: IconCalendar };
  };
}
