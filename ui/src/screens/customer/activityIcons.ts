import {
  IconDeviceMobileMessage,
  IconFileText,
  IconMail,
  IconMailbox,
  IconNotes,
  IconPhone,
  IconSend,
  IconSteeringWheel,
  IconUsers,
  type TablerIcon,
} from '../../parts/icons';

const icons: Record<string, TablerIcon> = {
  call: IconPhone,
  mail: IconMail,
  letter: IconMailbox,
  sms: IconDeviceMobileMessage,
  visit: IconUsers,
  test_drive: IconSteeringWheel,
  offer: IconFileText,
  campaign: IconSend,
};

/** The picture of a kind of activity. */
export function iconOf(kind: string | null): TablerIcon {
  return icons[kind ?? ''] ?? IconNotes;
}
