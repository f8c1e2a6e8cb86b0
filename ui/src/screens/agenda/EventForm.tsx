import { Checkbox, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AgendaEvent, Problem, SeriesRule, SeriesScope, Values } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change, type Outcome } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useRead } from '../../live/read';
import { forgetSent } from '../../live/toPlace';
import { FormFields } from '../../parts/FormFields';
import * as appointment from '../../words/appointment';
import { editText } from '../../words/format';
import { problemSentence } from '../../words/errors';
import classes from './Agenda.module.css';
import type { Draft } from './board';
import { errorsOf, startOf } from './draft';
import { FormFrame } from './FormFrame';
import { Notices } from './Notices';
import { RuleInput } from './RuleInput';
import { lasts, later } from './time';
import { useOptions } from './useOptions';

const KEYS = [
  'title',
  'kind',
  'starts_at',
  'ends_at',
  'owner',
  'place',
  'customer_id',
  'vehicle_id',
  'lead_id',
  'state',
];

interface Props {
  draft: Draft | null;
  event: AgendaEvent | null;
  owner: string | null;
  zones: string[];
  onClose: () => void;
}

const noRule: SeriesRule = { repeat: null, skip: [] };

/** An appointment that is made or edited; several records make as many appointments one after another. */
export function EventForm({ draft, event, owner, zones, onClose }: Props) {
  const all = useFields('agenda_entry');
  const many = (draft?.records.length ?? 0) > 1;
  const fields = useMemo(() => {
    const hidden = many
      ? ['customer_id', 'vehicle_id', 'lead_id', 'state']
      : event
        ? []
        : ['state'];
    return KEYS.filter((key) => !hidden.includes(key)).flatMap(
      (key) => all.find((field) => field.key === key) ?? [],
    );
  }, [all, event, many]);
  const values = event?.record.values ?? startOf(draft, owner);
  const start = Object.fromEntries(
    fields.map((field) => [field.key, editText(field, values[field.key])]),
  );
  const form = useEntityForm({ entity: 'agenda_entry', fields, start, id: 'agenda' });
  const [allDay, setAllDay] = useState(values['all_day'] === true || values['all_day'] === 1);
  const [rule, setRule] = useState<SeriesRule>(event?.rule ?? noRule);
  const [scope, setScope] = useState<SeriesScope>('this');
  const series = event !== null && event.day !== null;
  const alone = series && scope === 'this';
  const options = useOptions(form.texts, draft, event);
  const read: Values = { ...form.values(), all_day: allDay };
  const asked = alone ? noRule : rule;
  const starts = String(read['starts_at'] ?? '');
  const ends = String(read['ends_at'] ?? (starts ? later(starts, 60) : ''));
  const draftRead = { ref: event?.record.ref ?? null, values: read, rule: asked, zones };
  const checked = useRead('agenda.check', draftRead, { enabled: starts !== '', keep: true });

  /** The end follows the start, so that the length stays. */
  function onChange(key: string, text: string) {
    const field = fields.find((known) => known.key === 'ends_at');
    const before = starts && ends ? lasts(starts, ends) : 60;
    form.set(key, text);
    if (key !== 'starts_at' || !field) return;
    const next = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(text.trim());
    if (next) {
      const moment = `${next[3]}-${next[2]}-${next[1]}T${next[4]}:${next[5]}`;
      form.set('ends_at', editText(field, later(moment, Math.max(before, 15))));
    }
  }

  async function submit() {
    const blanks = Object.fromEntries(fields.map(({ key }) => [key, null]));
    const kept = await form.submit(async (typed) => {
      const whole = { ...(event ? blanks : {}), ...typed, all_day: allDay };
      return problemsOf(await save(whole));
    });
    if (!kept) return;
    forgetSent(draft?.records.map(({ ref }) => ref) ?? []);
    onClose();
  }

  async function save(typed: Values): Promise<Outcome<unknown>> {
    if (event) {
      const { ref } = event.record;
      const input = {
        ref,
        day: event.day,
        scope: series ? scope : ('all' as const),
        values: typed,
      };
      return change('agenda.edit', { ...input, rule: alone ? null : rule }, appointment.edited);
    }
    if (many && draft) {
      const records = draft.records.map(({ ref }) => ref);
      const outcome = await change(
        'agenda.plan',
        { values: typed, records },
        appointment.planned(records.length, null),
      );
      return outcome;
    }
    const input = { values: typed, rule, followUp: draft?.followUp ?? null };
    return change('agenda.create', input, appointment.created);
  }

  const trouble = checked.data?.problems.find(({ field }) => field === 'recurrence');
  const errors = { ...errorsOf(checked.data?.problems ?? []), ...form.errors };
  return (
    <FormFrame
      title={event ? appointment.editTitle : appointment.newTitle}
      label={appointment.save}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {series && (
        <SegmentedControl
          aria-label={appointment.scopeLabel}
          size="xs"
          value={scope}
          data={appointment.scopes}
          onChange={(value) => setScope(value as SeriesScope)}
        />
      )}
      {many && draft && (
        <p className={classes.hint}>{appointment.planHint(draft.records.length)}</p>
      )}
      {event?.unreadRule && (
        <p className={classes.hint}>{appointment.unreadRule(event.unreadRule)}</p>
      )}
      <FormFields
        fields={fields}
        {...form.shown}
        errors={errors}
        onChange={onChange}
        options={options}
        first="title"
        under={(key) =>
          key === 'ends_at' && (
            <Checkbox
              mt={6}
              size="xs"
              label={appointment.allDayLabel}
              checked={allDay}
              onChange={(changed) => setAllDay(changed.currentTarget.checked)}
            />
          )
        }
      />
      {!many && !alone && starts !== '' && (
        <RuleInput
          rule={rule}
          onRule={setRule}
          starts={starts}
          ends={ends}
          allDay={allDay}
          first={checked.data?.days[0] ?? null}
          error={trouble ? problemSentence(trouble) : null}
        />
      )}
      <Notices
        warnings={checked.data?.warnings ?? []}
        onSkip={
          rule.repeat && !alone
            ? (days) => setRule({ ...rule, skip: [...new Set([...rule.skip, ...days])].sort() })
            : null
        }
      />
    </FormFrame>
  );
}

const problemsOf = (outcome: Outcome<unknown>): Problem[] =>
  'problems' in outcome ? outcome.problems : [];
