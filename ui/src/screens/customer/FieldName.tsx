import { Link } from 'wouter';
import type { Entity, FieldView } from '../../engine';
import * as words from '../../words/timeline';
import classes from './Customer.module.css';

interface Props {
  entity: Entity;
  field: FieldView;
  /** One stop a field: where a value can be edited, the keyboard comes here from it. */
  stop?: boolean;
}

/** The name of a field, the way to all its values over the base. */
export function FieldName({ entity, field, stop = false }: Props) {
  return (
    <Link
      href={`/valeurs/${entity}/${field.key}`}
      className={classes.about}
      title={words.about(field.label)}
      tabIndex={stop ? 0 : -1}
    >
      {field.label}
    </Link>
  );
}
