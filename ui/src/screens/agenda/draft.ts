import type { Problem, Values } from '../../engine';
import * as appointment from '../../words/appointment';
import { problemSentence } from '../../words/errors';
import type { Draft } from './board';

/** What the form of a new appointment begins with. */
export function startOf(draft: Draft | null, owner: string | null): Values {
  const [record] = draft?.records ?? [];
  const key = { C: 'customer_id', L: 'lead_id', V: 'vehicle_id' }[record?.ref[0] ?? ''];
  const one = draft?.records.length === 1 && record && key;
  return {
    starts_at: draft?.starts ?? '',
    ends_at: draft?.ends ?? '',
    all_day: draft?.allDay ?? false,
    owner,
    ...(one ? { [key]: record.ref, title: appointment.titleWith(record.label) } : {}),
    ...(draft?.followUp || (draft?.records.length ?? 0) > 1 ? { kind: appointment.callKind } : {}),
  };
}

/** What is wrong with the times is said while they are being typed. */
export function errorsOf(problems: Problem[]): Record<string, string> {
  const label = appointment.startLabel;
  const of = problems.filter(({ field }) => field === 'ends_at' || field === 'starts_at');
  return Object.fromEntries(of.map((problem) => [problem.field, problemSentence(problem, label)]));
}
