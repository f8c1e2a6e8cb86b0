import type { LeadFile } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { FormFields } from '../../parts/FormFields';
import { NextDays } from '../../parts/NextDays';
import { formatDate } from '../../words/format';
import * as words from '../../words/lead';
import { FormFrame } from './FormFrame';
import classes from './Leads.module.css';

/** In the order in which they are told. */
const FIELDS = [
  'kind',
  'happened_at',
  'result',
  'subject',
  'content',
  'next_follow_up_on',
  'owner',
];

interface Props {
  file: LeadFile;
  onClose: () => void;
}

/** What was answered, and when to come back to it. */
export function ReplyForm({ file, onClose }: Props) {
  const { today, now, user } = useSession();
  const all = useFields('activity');
  const fields = FIELDS.flatMap((key) => all.find((field) => field.key === key) ?? []);
  const { card } = file;
  const form = useEntityForm({
    entity: 'activity',
    fields,
    start: {
      kind: 'call',
      happened_at: `${formatDate(now)} ${now.slice(11, 16)}`,
      subject: [card.kind, card.vehicle].filter(Boolean).join(', '),
      owner: user ?? card.owner ?? '',
    },
    fixed: { direction: 'outbound' },
    id: 'reply',
  });
  async function submit() {
    const kept = await form.submit(async (values) => {
      const outcome = await change('lead.reply', { ref: card.ref, values });
      return 'done' in outcome ? [] : outcome.problems;
    });
    if (kept) onClose();
  }

  return (
    <FormFrame
      title={words.replyTo(card.label)}
      label={words.save}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {file.lead.values['message'] && (
        <blockquote className={classes.message}>{String(file.lead.values['message'])}</blockquote>
      )}
      <FormFields
        fields={fields}
        {...form.shown}
        first="content"
        under={(key) =>
          key === 'next_follow_up_on' && (
            <>
              <NextDays today={today} onPick={(day) => form.set(key, day)} />
              {!form.texts['next_follow_up_on'] && <p className={classes.hint}>{words.noNext}</p>}
            </>
          )
        }
      />
    </FormFrame>
  );
}
