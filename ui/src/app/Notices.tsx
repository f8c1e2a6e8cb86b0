import { Button, CloseButton } from '@mantine/core';
import { takeOver, type EngineEvent } from '../engine';
import { sayFailure } from '../live/change';
import { dismiss, useDoorEvents } from '../live/door';
import { IconAlertTriangle } from '../parts/icons';
import * as words from '../words/shell';
import classes from './Shell.module.css';

interface Notice {
  sentence: string;
  takeOver: boolean;
}

/** What the door of the engine has to say: storage refused, another tab, a restart. */
export function Notices() {
  return useDoorEvents().map((event) => {
    const notice = noticeOf(event);
    if (!notice) return null;
    return (
      <div key={notice.sentence} role="status" className={classes.notice}>
        <IconAlertTriangle size={18} aria-hidden />
        <span>{notice.sentence}</span>
        {notice.takeOver && (
          <Button size="compact-sm" onClick={() => void takeOver().catch(sayFailure)}>
            {words.takeOver}
          </Button>
        )}
        <CloseButton aria-label={words.closeMessage} onClick={() => dismiss(event)} />
      </div>
    );
  });
}

function noticeOf(event: EngineEvent): Notice | null {
  const plain = (sentence: string, offer = false) => ({ sentence, takeOver: offer });
  switch (event.kind) {
    case 'memory-only':
      return plain(event.reason === 'full' ? words.memoryFull : words.memoryRefused);
    case 'other-tab':
      if (event.state === 'here') return null;
      return plain(event.state === 'taken' ? words.otherTabTaken : words.otherTab, true);
    case 'worker-replaced':
      return plain(event.lost ? words.replacedLost : words.replaced);
    case 'lms':
      if (event.state === 'failed') return plain(words.lmsFailed);
      if (event.state === 'other-computer') return plain(words.lmsOtherComputer);
      return event.state === 'finished' ? plain(words.lmsFinished) : null;
    case 'saved':
      return null;
  }
}
