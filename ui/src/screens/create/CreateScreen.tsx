import { Button } from '@mantine/core';
import { useEffect, useMemo, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { Values } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { FormFields, groupsOf } from '../../parts/FormFields';
import * as words from '../../words/create';
import { errorCount, requiredNote } from '../../words/fields';
import classes from './Create.module.css';
import { LookAlikes } from './LookAlikes';
import { PlaceHint, useTownOf } from './PlaceHint';

/** Kept by the engine when nothing is said. */
const LATER = new Set(['created_on', 'record_state']);

/** Creates a person or a company, with those who look alike shown while typing. */
export default function CreateScreen({ kind }: { kind: 'person' | 'company' }) {
  const [, go] = useLocation();
  const { user, staff } = useSession();
  const all = useFields('customer');
  const fields = useMemo(
    () =>
      all.filter(
        (field) =>
          field.editable &&
          !LATER.has(field.key) &&
          (field.applies === 'both' || field.applies === kind),
      ),
    [all, kind],
  );
  const me = staff.find((person) => person.name === user);
  const form = useEntityForm({
    entity: 'customer',
    fields,
    start: me ? { owner: me.name, site: me.site } : {},
    fixed: { kind },
    id: 'customer',
  });
  const [failed, setFailed] = useState(0);
  const { idOf } = form.shown;
  const firstField = kind === 'person' ? 'civility' : 'legal_name';

  useEffect(() => {
    document.getElementById(idOf(firstField))?.focus();
    // Once, when the form appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useTownOf(form.texts['postcode'] ?? '', form.texts['town'] ?? '', (town) =>
    form.set('town', town),
  );

  async function save(values: Values) {
    const outcome = await change('record.create', { entity: 'customer', values });
    if ('problems' in outcome) return outcome.problems;
    go(`/clients/${outcome.done.ref}`);
    return [];
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    await form.submit(save);
    setFailed((times) => times + 1);
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      void submit();
    } else if (target.tagName === 'INPUT' || target.tagName === 'SELECT') {
      // Enter alone never creates a half-filled record by mistake.
      if (target.getAttribute('aria-activedescendant') === null) event.preventDefault();
    }
  }

  const errors = Object.keys(form.errors).length;
  return (
    <form
      className={classes.screen}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className={classes.head}>
        <h1 className={classes.title}>{kind === 'person' ? words.person : words.company}</h1>
        <span className={classes.hint} title={requiredNote}>
          {words.hint}
        </span>
        <span role="status" className={classes.errors}>
          {errors > 0 && failed > 0 && errorCount(errors)}
        </span>
        <Button variant="default" onClick={() => go('/clients')}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={form.busy} aria-keyshortcuts="Control+Enter">
          {words.save}
        </Button>
      </div>
      <div className={classes.board}>
        <div className={classes.groups}>
          {groupsOf(fields).map((group) => (
            <fieldset key={group.name} className={classes.group}>
              <legend>{group.name}</legend>
              <FormFields
                fields={group.fields}
                {...form.shown}
                under={(key) =>
                  key === 'town' && (
                    <PlaceHint
                      postcode={form.texts['postcode'] ?? ''}
                      town={form.texts['town'] ?? ''}
                      onTown={(town) => form.set('town', town)}
                    />
                  )
                }
              />
            </fieldset>
          ))}
        </div>
        <LookAlikes values={form.values()} />
      </div>
    </form>
  );
}
