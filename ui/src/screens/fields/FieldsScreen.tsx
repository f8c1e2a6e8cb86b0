import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { CustomFieldView, Entity } from '../../engine';
import { listAddress } from '../../live/lists';
import { useRead } from '../../live/read';
import { IconPencilPlus, IconPlus } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as words from '../../words/addedFields';
import { failureSentence } from '../../words/errors';
import { AddField } from './AddField';
import { DeleteField, removeField } from './DeleteField';
import { EditField } from './EditField';
import classes from './Fields.module.css';
import { FieldTable } from './FieldTable';

interface Props {
  /** The entity that the address names: a field is about to be added to it. */
  adding: Entity | null;
  /** Back to the list of that entity once it is done. */
  toList: boolean;
}

/** The fields that a trainer added, entity by entity: add, rename, take away. */
export default function FieldsScreen({ adding, toList }: Props) {
  const [, go] = useLocation();
  const found = useRead('custom_field.list', {});
  const [addTo, setAddTo] = useState<Entity | null>(adding);
  const [editing, setEditing] = useState<CustomFieldView | null>(null);
  const [deleting, setDeleting] = useState<CustomFieldView | null>(null);
  useEffect(() => setAddTo(adding), [adding]);

  if (found.error && !found.data)
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  if (!found.data) return null;
  const { entities, fields } = found.data;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAddTo('customer')}>
      {words.add}
    </Button>
  );
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <p className={classes.intro}>{words.intro}</p>
        {fields.length > 0 && add}
      </div>
      {fields.length === 0 && (
        <section className={classes.panel}>
          <Empty icon={<IconPencilPlus size={28} aria-hidden />} title={words.none} action={add}>
            {words.noneHint}
          </Empty>
        </section>
      )}
      {entities.map((entity) => {
        const theirs = fields.filter((field) => field.entity === entity);
        if (theirs.length === 0) return null;
        return (
          <FieldTable
            key={entity}
            entity={entity}
            fields={theirs}
            onAdd={() => setAddTo(entity)}
            onEdit={setEditing}
            onDelete={(field) => (field.held > 0 ? setDeleting(field) : void removeField(field))}
          />
        );
      })}
      {addTo && (
        <AddField
          entities={entities}
          start={addTo}
          onClose={() => {
            setAddTo(null);
            if (adding) go(toList ? listAddress(adding) : '/champs', { replace: true });
          }}
        />
      )}
      {editing && <EditField field={editing} onClose={() => setEditing(null)} />}
      {deleting && <DeleteField field={deleting} onClose={() => setDeleting(null)} />}
    </div>
  );
}
