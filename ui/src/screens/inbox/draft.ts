import type { Correction, InboxItem } from '../../engine';
import { addDays, formatDate, formatDateTime } from '../../words/format';
import * as words from '../../words/inbox';

/** What stands in the form of an answer. */
export interface Draft {
  answers: boolean;
  channel: string;
  text: string;
  meets: boolean;
  title: string;
  kind: string;
  startsAt: string;
  isService: boolean;
  follows: boolean;
  followUpOn: string;
  withdraws: boolean;
  channels: string[];
  corrects: boolean;
  correction: Correction | null;
}

const MEETS = new Set(['appointment_service', 'appointment_sales', 'no_show']);
const FOLLOWS = new Set(['call_back', 'later', 'away', 'quote', 'trade_in', 'grievance']);
const SILENT = new Set(['bounce', 'away', 'not_interested', 'call_back']);
const CORRECTS = new Set(['moved', 'sold', 'bounce', 'wrong_person']);

/** The form as the answer asks for it: what is expected is ticked and filled. */
export function beginning(item: InboxItem, today: string): Draft {
  const { intent, label } = item.line;
  const isService = intent !== 'appointment_sales';
  const at = item.wish.at;
  const correction = CORRECTS.has(intent) ? correctionOf(item, today) : null;
  const opposes = intent === 'unsubscribe' || intent === 'data_complaint';
  return {
    answers: !SILENT.has(intent),
    channel: item.answerBy === 'call' ? 'mail' : item.answerBy,
    text: item.suggestions[0] ?? '',
    meets: MEETS.has(intent),
    title: words.appointmentOf(label, isService),
    kind: isService ? words.serviceKind : words.salesKind,
    startsAt: at ? formatDateTime(at) : `${formatDate(addDays(today, 2))} 09:00`,
    isService,
    follows: FOLLOWS.has(intent),
    followUpOn: formatDate(dayOf(item, today)),
    withdraws: opposes,
    channels: intent === 'data_complaint' ? item.channels : item.channels.slice(0, 1),
    corrects: correction !== null,
    correction,
  };
}

/** The day on which they want to be reached; else tomorrow for who is angry, in three days for the others. */
function dayOf(item: InboxItem, today: string): string {
  if (item.line.intent === 'grievance') return addDays(today, 1);
  return item.wish.on ?? item.wish.at?.slice(0, 10) ?? addDays(today, 3);
}

/** What the record should say from now on. */
function correctionOf(item: InboxItem, today: string): Correction | null {
  const { intent, customer, kind } = item.line;
  if (intent === 'sold' && item.wish.vehicle)
    return { ref: item.wish.vehicle.ref, values: { sold_on: today } };
  if (item.wish.mail) return { ref: customer, values: { mail: item.wish.mail } };
  if (item.wish.mobile) return { ref: customer, values: { mobile: item.wish.mobile } };
  if (intent !== 'bounce' && intent !== 'wrong_person') return null;
  if (kind === 'mail') return { ref: customer, values: { mail: null } };
  return kind === 'sms' ? { ref: customer, values: { mobile: null } } : null;
}

/** What a correction does, in words. */
export function correctionWords(item: InboxItem, correction: Correction): string {
  const { mail, mobile } = correction.values;
  if (typeof mail === 'string') return words.newMail(mail);
  if (typeof mobile === 'string') return words.newMobile(mobile);
  if ('sold_on' in correction.values) return words.soldCar(item.wish.vehicle?.label ?? '');
  return 'mail' in correction.values ? words.emptyMail : words.emptyMobile;
}
