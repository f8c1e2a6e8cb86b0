import { Button, CloseButton } from '@mantine/core';
import { undo } from '../live/change';
import { forget, useToasts } from '../live/toasts';
import { undoLabel } from '../words/changes';
import * as words from '../words/shell';
import classes from './Toasts.module.css';

/** What was just done, at the foot of the navigation where it hides nothing. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div className={classes.toasts} role="region" aria-label={words.messages} aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={classes.toast} data-tone={toast.tone}>
          <span className={classes.text}>{toast.text}</span>
          {toast.undo && (
            <Button
              size="compact-sm"
              variant="white"
              onClick={() => {
                forget(toast.id);
                void undo();
              }}
            >
              {undoLabel}
            </Button>
          )}
          <CloseButton
            size="sm"
            c="white"
            className={classes.close}
            aria-label={words.closeMessage}
            onClick={() => forget(toast.id)}
          />
        </div>
      ))}
    </div>
  );
}
