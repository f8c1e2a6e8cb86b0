import { Button, CloseButton } from '@mantine/core';
import { takeOver, type EngineEvent } from '../engine';
import { sayFailure } from '../live/change';
import { dismiss, useDoorEvents } from '../live/door';
import { exportWorkbook, useWork } from '../live/workbook';
import { IconAlertTriangle } from '../parts/icons';
import * as words from '../words/shell';
import { rescuedSentence } from '../words/rescue';
import { carry } from '../words/workbook';
import classes from './Shell.module.css';

interface Notice {
  sentence: string;
  offer: 'take-over' | 'carry' | null;
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
        {notice.offer === 'carry' && <Carry />}
        {notice.offer === 'take-over' && (
          <Button size="compact-sm" onClick={() => void takeOver().catch(sayFailure)}>
            {words.takeOver}
          </Button>
        )}
        <CloseButton aria-label={words.closeMessage} onClick={() => dismiss(event)} />
      </div>
    );
  });
}

/** Where nothing is kept, the workbook is the only way to keep it. */
function Carry() {
  const busy = useWork() !== null;
  return (
    <Button size="compact-sm" loading={busy} onClick={() => void exportWorkbook('session')}>
      {carry}
    </Button>
  );
}

/** Why nothing is kept any more. */
const memoryWords = {
  refused: words.memoryRefused,
  full: words.memoryFull,
  stopped: words.memoryStopped,
} as const;

function noticeOf(event: EngineEvent): Notice | null {
  const plain = (sentence: string, offer: Notice['offer'] = null) => ({ sentence, offer });
  switch (event.kind) {
    case 'memory-only':
      return plain(memoryWords[event.reason], 'carry');
    case 'other-tab':
      if (event.state === 'here') return null;
      return plain(event.state === 'taken' ? words.otherTabTaken : words.otherTab, 'take-over');
    case 'worker-replaced':
      return plain(event.lost ? words.replacedLost : words.replaced);
    case 'rescued':
      return plain(rescuedSentence(event));
    case 'lms':
      if (event.state === 'failed') return plain(words.lmsFailed);
      return event.state === 'finished' ? plain(words.lmsFinished) : null;
    case 'work':
      return plain(words.work[event.state], event.state === 'too-much' ? 'carry' : null);
    case 'saved':
      return null;
  }
}
