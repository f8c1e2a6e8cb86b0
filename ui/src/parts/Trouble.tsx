import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import * as words from '../words/errors';
import { IconAlertTriangle, IconRefresh } from './icons';
import classes from './Trouble.module.css';

interface TroubleProps {
  sentence: string;
  onRetry?: (() => void) | undefined;
  /** Another way out. */
  children?: ReactNode;
}

/** What failed, in one sentence, and a way to try again. */
export function Trouble({ sentence, onRetry, children }: TroubleProps) {
  return (
    <div className={classes.trouble} role="alert">
      <IconAlertTriangle size={28} aria-hidden />
      <h1>{words.somethingWrong}</h1>
      <p>{sentence}</p>
      {onRetry && (
        <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      {children}
    </div>
  );
}

/** A long work of the engine: what it does, where its result will stand. */
export function Working({ sentence }: { sentence: string }) {
  return (
    <div className={classes.working} role="status">
      <Loader size={28} />
      <p>{sentence}</p>
    </div>
  );
}

interface EmptyProps {
  icon: ReactNode;
  title: string;
  /** The whole screen says only this: its title is the page's. */
  page?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing yet: says what would stand here and how to begin. */
export function Empty({ icon, title, page = false, children, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      {icon}
      {page ? <h1 className={classes.title}>{title}</h1> : <p className={classes.title}>{title}</p>}
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
