import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useSession } from '../../live/session';
import * as words from '../../words/campaigns';
import { addDays } from '../../words/format';
import classes from './Campaigns.module.css';
import { DateBox } from './DateBox';
import type { Draft } from './draft';

interface Props {
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
}

/** Every half hour of a day, those at which one may write and the others. */
const hours = Array.from({ length: 30 }, (_, at) => {
  const hour = String(7 + Math.floor(at / 2)).padStart(2, '0');
  return `${hour}:${at % 2 === 0 ? '00' : '30'}`;
});

/** When it leaves, and the follow-up that it sets. */
export function WhenFields({ draft, onDraft }: Props) {
  const { today } = useSession();
  const [day = '', hour = ''] = draft.at.split('T');
  return (
    <div className={classes.two}>
      <div className={classes.field}>
        <span className={classes.label} id="when-label">
          {words.when}
        </span>
        <SegmentedControl
          aria-labelledby="when-label"
          value={draft.later ? 'later' : 'now'}
          onChange={(value) =>
            onDraft({ later: value === 'later', at: draft.at || `${addDays(today, 1)}T10:00` })
          }
          data={[
            { value: 'now', label: words.whenNow },
            { value: 'later', label: words.whenLater },
          ]}
        />
        {draft.later && (
          <div className={classes.two}>
            <DateBox
              label={words.whenDay}
              value={day}
              onChange={(next) => onDraft({ at: `${next || day}T${hour}` })}
            />
            <NativeSelect
              label={words.whenHour}
              value={hour}
              onChange={(event) => onDraft({ at: `${day}T${event.currentTarget.value}` })}
              data={hours.map((one) => ({ value: one, label: words.hour(one) }))}
            />
          </div>
        )}
        {draft.later && <span className={classes.hint}>{words.whenHint}</span>}
      </div>
      <DateBox
        label={words.followUp}
        description={words.followUpHint}
        value={draft.followUp}
        onChange={(followUp) => onDraft({ followUp })}
      />
    </div>
  );
}
