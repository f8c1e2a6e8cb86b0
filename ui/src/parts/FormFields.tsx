import type { ReactNode } from 'react';
import type { FieldView, Link } from '../engine/types';
import { FieldInput } from './FieldInput';
import classes from './FormFields.module.css';

/** What stands in a form, and whom to tell of what is typed. */
export interface ShownForm {
  texts: Record<string, string>;
  errors: Record<string, string>;
  onChange: (key: string, text: string) => void;
  onLeave: (key: string) => void;
  idOf: (key: string) => string;
}

interface Props extends ShownForm {
  fields: FieldView[];
  /** Fixed choices of a reference, by field. */
  options?: Record<string, Link[]>;
  /** The field that has the focus when the form opens; the first of all without it. */
  first?: string;
  /** What to show under a field. */
  under?: (key: string) => ReactNode;
}

const WIDE = new Set(['long_text']);
const FULL = new Set([
  'street',
  'legal_name',
  'mail',
  'subject',
  'title',
  'interests',
  'wanted_vehicles',
]);

/** The editors of some fields, side by side. */
export function FormFields({
  fields,
  texts,
  errors,
  onChange,
  onLeave,
  idOf,
  options,
  first,
  under,
}: Props) {
  return (
    <div className={classes.fields}>
      {fields.map((field) => (
        <div
          key={field.key}
          className={classes.item}
          data-wide={WIDE.has(field.kind) || undefined}
          data-double={FULL.has(field.key) || undefined}
        >
          <FieldInput
            field={field}
            id={idOf(field.key)}
            value={texts[field.key] ?? ''}
            onChange={(text) => onChange(field.key, text)}
            onBlur={() => onLeave(field.key)}
            error={errors[field.key]}
            options={options?.[field.key]}
            focused={first === field.key}
          />
          {under?.(field.key)}
        </div>
      ))}
    </div>
  );
}

export interface FieldGroup {
  name: string;
  fields: FieldView[];
}

/** Fields under the headings of the catalogue, in the order of what can be filled. */
export function groupsOf(fields: FieldView[]): FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const { editable, group } of fields) {
    if (editable && !groups.some((known) => known.name === group)) {
      groups.push({ name: group, fields: [] });
    }
  }
  for (const field of fields) {
    const group = groups.find((known) => known.name === field.group);
    if (group) group.fields.push(field);
    else groups.push({ name: field.group, fields: [field] });
  }
  return groups;
}
