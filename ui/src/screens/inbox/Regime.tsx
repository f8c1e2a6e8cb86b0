import { SegmentedControl, Tooltip } from '@mantine/core';
import type { Regime as Code } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import * as words from '../../words/inbox';
import classes from './Inbox.module.css';

/** How often customers react: as in life, or magnified; said, so that nobody takes one for the other. */
export function Regime() {
  const state = useRead('replies.read', {});
  if (!state.data) return null;
  const { regime } = state.data;
  return (
    <div className={classes.regime}>
      <Tooltip label={words.regimeHint} multiline w={320}>
        <SegmentedControl
          size="xs"
          aria-label={words.regime}
          value={regime}
          onChange={(value) =>
            void change('replies.regime', { regime: value as Code }, words.regimeSet(value))
          }
          data={[
            { value: 'real', label: words.real },
            { value: 'magnified', label: words.magnified },
          ]}
        />
      </Tooltip>
      {regime === 'magnified' && <span className={classes.said}>{words.magnifiedSaid}</span>}
    </div>
  );
}
