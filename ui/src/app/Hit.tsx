import type { SearchHit } from '../engine';
import { IconBuilding, IconUser } from '../parts/icons';
import { StatusBadge } from '../parts/StatusBadge';
import { formatPhone } from '../words/format';
import classes from './Palette.module.css';

interface Props {
  hit: SearchHit;
  fieldLabel: (key: string) => string;
}

/** A customer found: name, what matched, town, phone, status. */
export function Hit({ hit, fieldLabel }: Props) {
  const Icon = hit.kind === 'company' ? IconBuilding : IconUser;
  return (
    <>
      <span className={classes.icon}>
        <Icon size={18} aria-hidden />
      </span>
      <span className={classes.label}>
        {hit.label}
        {hit.matched && (
          <span className={classes.matched}>
            {fieldLabel(hit.matched.field)} {hit.matched.value}
          </span>
        )}
      </span>
      <span className={classes.aside}>
        {hit.town}
        {hit.phone && <span className={classes.phone}>{formatPhone(hit.phone)}</span>}
      </span>
      <StatusBadge status={hit.status} />
    </>
  );
}
