import type { CustomerFile, Entity } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { FormFields } from '../../parts/FormFields';
import { FormFrame } from '../../parts/FormFrame';
import * as words from '../../words/customer';
import { formatDate } from '../../words/format';
import { editableFields, startOf } from './fieldsOf';

interface Props {
  file: CustomerFile;
  entity: Entity;
  onClose: () => void;
}

/** Adds a record to a customer's file, by the fields of the catalogue. */
export function AddRecord({ file, entity, onClose }: Props) {
  const { today, now, user } = useSession();
  const fields = editableFields(useFields(entity)).filter((field) => !AFTERWARDS.has(field.key));
  const form = useEntityForm({
    entity,
    fields,
    start: startOf(
      entity,
      formatDate(today),
      `${formatDate(now)} ${now.slice(11, 16)}`,
      user,
      file.customer,
    ),
    fixed: { customer_id: file.customer.ref },
    id: entity,
  });

  async function submit() {
    const kept = await form.submit(async (values) => {
      const outcome = await change('record.create', { entity, values });
      return 'done' in outcome ? [] : outcome.problems;
    });
    if (kept) onClose();
  }

  return (
    <FormFrame
      title={words.add(entity)}
      label={words.save}
      cancel={words.cancel}
      size={720}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields fields={fields} {...form.shown} />
    </FormFrame>
  );
}

/** What comes later in the life of a record, and how an appointment comes back: the agenda says it in words. */
const AFTERWARDS = new Set([
  'recurrence',
  'exceptions',
  'follow_up_done_on',
  'withdrawn_on',
  'sold_on',
]);
