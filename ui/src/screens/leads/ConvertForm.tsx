import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { FieldView, LeadFile, Values } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { FormFields } from '../../parts/FormFields';
import { editText } from '../../words/format';
import * as words from '../../words/lead';
import { Choice } from './AttachForm';
import { FormFrame } from './FormFrame';
import classes from './Leads.module.css';

interface Props {
  file: LeadFile;
  onClose: () => void;
}

type Kind = 'person' | 'company';
const NEW = 'new';

/** The customer that a lead becomes: one that looks alike, or a new record already filled in. */
export function ConvertForm({ file, onClose }: Props) {
  const { candidates, customer } = file;
  const sure = candidates[0] && candidates[0].score >= 80 ? candidates[0].ref : NEW;
  const [chosen, setChosen] = useState(sure);
  const [kind, setKind] = useState<Kind>('person');
  if (customer || chosen !== NEW) {
    return (
      <Existing file={file} chosen={customer ? null : chosen} onClose={onClose}>
        {customer ? (
          <p>{words.convertAttached(customer.label)}</p>
        ) : (
          <Chooser file={file} chosen={chosen} onChosen={setChosen} />
        )}
      </Existing>
    );
  }
  return (
    <Make key={kind} file={file} kind={kind} onClose={onClose}>
      {candidates.length > 0 && <Chooser file={file} chosen={chosen} onChosen={setChosen} />}
      <SegmentedControl
        aria-label={words.kindOf}
        value={kind}
        onChange={(value) => setKind(value === 'company' ? 'company' : 'person')}
        data={[
          { value: 'person', label: words.person },
          { value: 'company', label: words.company },
        ]}
      />
      {kind === 'company' && <p className={classes.hint}>{words.contactHint}</p>}
    </Make>
  );
}

interface ChooserProps {
  file: LeadFile;
  chosen: string;
  onChosen: (ref: string) => void;
}

function Chooser({ file, chosen, onChosen }: ChooserProps) {
  return (
    <div className={classes.warned}>
      <p>{words.existing}</p>
      <Choice
        file={file}
        label={words.which}
        value={chosen}
        onChange={onChosen}
        last={{ value: NEW, label: words.makeNew }}
      />
    </div>
  );
}

interface ExistingProps extends Props {
  chosen: string | null;
  children: ReactNode;
}

function Existing({ file, chosen, onClose, children }: ExistingProps) {
  const [busy, setBusy] = useState(false);
  async function submit() {
    setBusy(true);
    const candidate = file.candidates.find(({ ref }) => ref === chosen);
    const outcome = await change('lead.convert', {
      ref: file.card.ref,
      customer: chosen,
      fill: Object.keys(candidate?.missing ?? {}),
      values: {},
    });
    setBusy(false);
    if ('done' in outcome) onClose();
  }
  return (
    <FormFrame
      title={words.convertTitle(file.card.label)}
      label={words.convertTo}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {children}
      <p className={classes.hint}>{words.convertHint}</p>
    </FormFrame>
  );
}

const OF_PERSON = ['civility', 'first_name', 'last_name', 'mobile', 'phone', 'mail'];
const OF_COMPANY = ['legal_name', 'siren', 'phone', 'mail'];
const OF_BOTH = ['postcode', 'town', 'source', 'site', 'owner'];

interface MakeProps extends Props {
  kind: Kind;
  children: ReactNode;
}

function Make({ file, kind, onClose, children }: MakeProps) {
  const all = useFields('customer');
  const fields = useMemo(() => {
    const keys = [...(kind === 'person' ? OF_PERSON : OF_COMPANY), ...OF_BOTH];
    return keys.flatMap((key) => all.find((field) => field.key === key) ?? []);
  }, [all, kind]);
  const { user } = useSession();
  const form = useEntityForm({
    entity: 'customer',
    fields,
    start: typed(fields, { owner: user, ...file[kind] }),
    fixed: { kind },
    id: 'convert',
  });
  async function submit() {
    const kept = await form.submit(async (values) => {
      // What was emptied in the form is emptied in the record too.
      const blanks = Object.fromEntries(fields.map(({ key }) => [key, null]));
      const outcome = await change('lead.convert', {
        ref: file.card.ref,
        customer: null,
        fill: [],
        values: { ...blanks, ...values },
      });
      return 'done' in outcome ? [] : outcome.problems;
    });
    if (kept) onClose();
  }
  return (
    <FormFrame
      title={words.convertTitle(file.card.label)}
      label={words.convertDo}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {children}
      <FormFields
        fields={fields}
        {...form.shown}
        first={kind === 'person' ? 'civility' : 'legal_name'}
      />
      <p className={classes.hint}>{words.convertHint}</p>
    </FormFrame>
  );
}

function typed(fields: FieldView[], values: Values): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.key, editText(field, values[field.key])]));
}
