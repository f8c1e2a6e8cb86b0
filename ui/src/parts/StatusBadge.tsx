import { statusLabel } from '../words/customers';
import classes from './StatusBadge.module.css';

/** Prospect or client, said in words and not by colour alone. */
export function StatusBadge({ status }: { status: string }) {
  return (
    <span className={classes.badge} data-status={status}>
      {statusLabel(status)}
    </span>
  );
}
