import type { RecordView } from '../../engine';
import { useField } from '../../live/catalogue';
import { textOf } from '../../words/campaigns';
import classes from './Campaigns.module.css';

/** Where a campaign stands. */
export function StateBadge({ campaign }: { campaign: RecordView }) {
  const state = textOf(campaign, 'state');
  const label = useField('campaign', 'state')?.choices.find(({ value }) => value === state)?.label;
  return (
    <span className={classes.badge} data-state={state}>
      {label ?? state}
    </span>
  );
}
