import { useState, type ReactNode } from 'react';
import type { RecordView } from '../../engine';
import { useFields } from '../../live/catalogue';
import { IconPencil } from '../../parts/icons';
import * as words from '../../words/customer';
import classes from './Customer.module.css';
import { Field } from './Field';
import { shownFields } from './fieldsOf';
import { DeleteButton } from './Panel';

interface Editing {
  /** The buttons that open the fields and delete the record. */
  tools: ReactNode;
  /** Its fields, each edited where it stands, once they are open. */
  fields: ReactNode;
}

/** A record told in one line of the timeline, edited under that line. */
export function useEditing(record: RecordView, links: Record<string, string>): Editing {
  const [open, setOpen] = useState(false);
  const fields = shownFields(useFields(record.entity));
  return {
    tools: (
      <>
        <button
          type="button"
          className={classes.icon}
          aria-expanded={open}
          aria-label={words.editOf(record.label)}
          onClick={() => setOpen(!open)}
        >
          <IconPencil size={16} aria-hidden />
        </button>
        <DeleteButton reference={record.ref} label={record.label} />
      </>
    ),
    fields: open && (
      <div className={classes.fields}>
        {fields.map((field) => (
          <Field key={field.key} record={record} field={field} fields={fields} links={links} />
        ))}
      </div>
    ),
  };
}
