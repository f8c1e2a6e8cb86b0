import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { InboxItem } from '../../engine';
import { useField } from '../../live/catalogue';
import { usePlan } from '../../live/toPlace';
import { FieldInput } from '../../parts/FieldInput';
import { IconCalendar } from '../../parts/icons';
import * as words from '../../words/inbox';
import { correctionWords, type Draft } from './draft';
import { Part } from './Part';
import classes from './Inbox.module.css';

type Set = (part: Partial<Draft>) => void;

export function AppointmentPart({
  item,
  draft,
  set,
  errors,
}: {
  item: InboxItem;
  draft: Draft;
  set: Set;
  errors: Record<string, string>;
}) {
  const starts = useField('agenda_entry', 'starts_at');
  const plan = usePlan();
  const kinds = useField('agenda_entry', 'kind')?.choices ?? [];
  return (
    <Part label={words.withAppointment} on={draft.meets} onToggle={(meets) => set({ meets })}>
      {starts && (
        <FieldInput
          field={starts}
          id="boite-debut"
          value={draft.startsAt}
          onChange={(startsAt) => set({ startsAt })}
          error={errors['starts_at']}
        />
      )}
      <NativeSelect
        label={words.appointmentKind}
        size="sm"
        value={draft.kind}
        data={kinds.map(({ label }) => label)}
        onChange={(event) => set({ kind: event.currentTarget.value })}
      />
      <TextInput
        className={classes.full}
        label={words.appointmentTitle}
        size="sm"
        value={draft.title}
        error={errors['title']}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Button
        className={classes.full}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconCalendar size={14} aria-hidden />}
        onClick={() => plan([{ ref: item.line.customer, label: item.line.label }])}
      >
        {words.inAgenda}
      </Button>
    </Part>
  );
}

export function CorrectionPart({
  item,
  draft,
  set,
  shown,
}: {
  item: InboxItem;
  draft: Draft;
  set: Set;
  shown: boolean;
}) {
  const { correction } = draft;
  if (!shown || !correction) return null;
  return (
    <div className={classes.part} data-on={draft.corrects || undefined}>
      <Checkbox
        size="sm"
        label={correctionWords(item, correction)}
        checked={draft.corrects}
        onChange={(event) => set({ corrects: event.currentTarget.checked })}
      />
    </div>
  );
}

export function ConsentPart({ item, draft, set }: { item: InboxItem; draft: Draft; set: Set }) {
  return (
    <Part
      label={words.withConsent}
      on={draft.withdraws}
      onToggle={(withdraws) => set({ withdraws })}
    >
      <Checkbox.Group
        className={classes.full}
        aria-label={words.withConsent}
        value={draft.channels}
        onChange={(channels) => set({ channels })}
      >
        <div className={classes.channels}>
          {item.channels.map((channel) => (
            <Checkbox
              key={channel}
              size="sm"
              value={channel}
              label={words.channels[channel] ?? channel}
            />
          ))}
        </div>
      </Checkbox.Group>
    </Part>
  );
}

export function AnswerPart({
  item,
  draft,
  set,
  error,
}: {
  item: InboxItem;
  draft: Draft;
  set: Set;
  error: string | undefined;
}) {
  return (
    <Part label={words.withAnswer} on={draft.answers} onToggle={(answers) => set({ answers })}>
      <NativeSelect
        label={words.answerBy}
        size="sm"
        value={draft.channel}
        data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => set({ channel: event.currentTarget.value })}
      />
      {item.suggestions.length > 1 && (
        <div className={classes.suggestions}>
          {item.suggestions.map((text, rank) => (
            <Button key={text} size="compact-xs" variant="default" onClick={() => set({ text })}>
              {words.suggestion(rank + 1)}
            </Button>
          ))}
        </div>
      )}
      <Textarea
        className={classes.full}
        label={words.answerText}
        size="sm"
        autosize
        minRows={4}
        maxRows={9}
        value={draft.text}
        error={error}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </Part>
  );
}

export function FollowUpPart({
  draft,
  set,
  error,
}: {
  draft: Draft;
  set: Set;
  error: string | undefined;
}) {
  const follow = useField('activity', 'next_follow_up_on');
  return (
    <Part label={words.withFollowUp} on={draft.follows} onToggle={(follows) => set({ follows })}>
      {follow && (
        <FieldInput
          field={follow}
          id="boite-relance"
          value={draft.followUpOn}
          onChange={(followUpOn) => set({ followUpOn })}
          error={error}
        />
      )}
    </Part>
  );
}
