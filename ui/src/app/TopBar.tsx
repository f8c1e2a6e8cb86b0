import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import { call, finishLesson, inBrowser } from '../engine';
import { redo, sayFailure, undo } from '../live/change';
import { readAgain } from '../live/client';
import { useLesson } from '../live/door';
import { useSession } from '../live/session';
import { IconArrowBackUp, IconArrowForwardUp, IconSearch } from '../parts/icons';
import { redoHint, redoLabel, undoHint, undoLabel } from '../words/changes';
import { formatDate, formatLongDay } from '../words/format';
import * as words from '../words/shell';
import { FullScreen } from './FullScreen';
import { Help } from './Help';
import { Quit } from './Quit';
import { brand, logo } from './brand';
import classes from './Shell.module.css';

/** Name of the product, search, undo, day of use, and who I am. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const session = useSession();
  const lesson = useLesson();
  const { undo: last, redo: next } = session.undo;
  return (
    <header className={classes.top}>
      <div className={classes.brand}>
        <img src={logo} alt="" width={30} height={30} />
        <span>
          <span className={classes.name}>{brand.name}</span>
          <span className={classes.subtitle}>{brand.subtitle}</span>
        </span>
      </div>
      <button
        type="button"
        className={classes.search}
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={17} aria-hidden />
        <span>{words.search}</span>
        <kbd aria-hidden>{words.searchKeys}</kbd>
      </button>
      <div className={classes.undo} role="group" aria-label={words.undoTour}>
        <Tooltip label={undoHint(last)}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={undoLabel}
            aria-keyshortcuts="Control+Z"
            data-disabled={!last || undefined}
            aria-disabled={!last}
            onClick={() => last && void undo()}
          >
            <IconArrowBackUp size={19} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={redoHint(next)}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={redoLabel}
            aria-keyshortcuts="Control+Y"
            data-disabled={!next || undefined}
            aria-disabled={!next}
            onClick={() => next && void redo()}
          >
            <IconArrowForwardUp size={19} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <time className={classes.day} dateTime={session.today} title={words.dayOfUse}>
        <span className={classes.wide}>{formatLongDay(session.today)}</span>
        <span className={classes.narrow}>{formatDate(session.today)}</span>
      </time>
      {lesson && (
        <Button size="sm" px="sm" onClick={() => void finishLesson().catch(sayFailure)}>
          {words.finish}
        </Button>
      )}
      <Who />
      <Help />
      {lesson && <FullScreen />}
      {!inBrowser && <Quit />}
    </header>
  );
}

function Who() {
  const { user, staff } = useSession();
  const sites = [...new Set(staff.map((person) => person.site))];
  const groups = sites.map((site) => ({
    group: site,
    items: staff
      .filter((person) => person.site === site)
      .map((person) => ({ value: person.name, label: person.name })),
  }));
  return (
    <NativeSelect
      className={classes.who}
      aria-label={words.who}
      size="sm"
      value={user ?? ''}
      data={[{ value: '', label: words.whoChoose }, ...groups]}
      onChange={(event) => {
        const name = event.currentTarget.value || null;
        call('session.identify', { name }).then(() => readAgain(), sayFailure);
      }}
    />
  );
}
