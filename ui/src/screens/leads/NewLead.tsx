import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { FormFields } from '../../parts/FormFields';
import { formatDate } from '../../words/format';
import * as words from '../../words/leads';
import { FormFrame } from './FormFrame';

const KEYS = [
  'first_name',
  'last_name',
  'phone',
  'mail',
  'kind',
  'channel',
  'issued_at',
  'vehicle_of_interest',
  'message',
  'site',
  'owner',
];

/** A request that came by telephone or at the desk, written down. */
export function NewLead({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const { now, user, staff } = useSession();
  const all = useFields('lead');
  const fields = useMemo(
    () => [
      ...KEYS.flatMap((key) => all.find((field) => field.key === key) ?? []),
      ...all.filter((field) => field.added),
    ],
    [all],
  );
  const me = staff.find((person) => person.name === user);
  const form = useEntityForm({
    entity: 'lead',
    fields,
    start: {
      issued_at: `${formatDate(now)} ${now.slice(11, 16)}`,
      ...(me ? { owner: me.name, site: me.site } : {}),
    },
    fixed: { state: 'new' },
    id: 'lead',
  });
  async function submit() {
    let reference = '';
    const kept = await form.submit(async (values) => {
      const outcome = await change('record.create', { entity: 'lead', values }, words.created);
      if ('problems' in outcome) return outcome.problems;
      reference = outcome.done.ref;
      return [];
    });
    if (!kept) return;
    onClose();
    go(`/leads/${reference}`);
  }
  return (
    <FormFrame
      title={words.newLead}
      label={words.createLead}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields fields={fields} {...form.shown} first="first_name" />
    </FormFrame>
  );
}
