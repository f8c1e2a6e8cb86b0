import { SegmentedControl, TextInput } from '@mantine/core';
import { useSession } from '../../live/session';
import * as words from '../../words/campaigns';
import { addDays } from '../../words/format';
import classes from './Campaigns.module.css';
import type { Draft } from './draft';

interface Props {
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
}

/** When it leaves, and the follow-up that it sets. */
export function WhenFields({ draft, onDraft }: Props) {
  const { today } = useSession();
  return (
    <div className={classes.two}>
      <div className={classes.field}>
        <span className={classes.label} id="when-label">
          {words.when}
        </span>
        <div className={classes.inline}>
          <SegmentedControl
            aria-labelledby="when-label"
            value={draft.later ? 'later' : 'now'}
            onChange={(value) =>
              onDraft({
                later: value === 'later',
                at: draft.at || `${addDays(today, 1)}T10:00`,
              })
            }
            data={[
              { value: 'now', label: words.whenNow },
              { value: 'later', label: words.whenLater },
            ]}
          />
          {draft.later && (
            <TextInput
              type="datetime-local"
              aria-label={words.whenLabel}
              value={draft.at}
              min={`${today}T00:00`}
              onChange={(event) => onDraft({ at: event.currentTarget.value })}
            />
          )}
        </div>
        {draft.later && <span className={classes.hint}>{words.whenHint}</span>}
      </div>
      <TextInput
        type="date"
        label={words.followUp}
        description={words.followUpHint}
        value={draft.followUp}
        min={today}
        onChange={(event) => onDraft({ followUp: event.currentTarget.value })}
      />
    </div>
  );
}
