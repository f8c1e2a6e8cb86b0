import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { AgendaSlot } from '../../engine';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { Trouble, Working } from '../../parts/Trouble';
import * as words from '../../words/agenda';
import type { View } from '../../words/agenda';
import { failureSentence } from '../../words/errors';
import { exportIcs, useActs } from './acts';
import classes from './Agenda.module.css';
import { AgendaList } from './AgendaList';
import type { Board, Draft, Dragged } from './board';
import { CalendarForm } from './CalendarForm';
import { EventForm } from './EventForm';
import { EventMenu, type Aimed } from './EventMenu';
import { useFaces } from './kinds';
import { MonthGrid } from './MonthGrid';
import { MoveForm, type Moving } from './MoveForm';
import { PrintView } from './PrintView';
import { ScopeForm } from './ScopeForm';
import { windowOf } from './time';
import { TimeGrid } from './TimeGrid';
import { Toolbar } from './Toolbar';
import { ToPlace } from './ToPlace';
import { useKept } from './useKept';

interface Props {
  view: string | null;
  date: string | null;
}

const isView = (text: string | null): text is View =>
  words.viewNames.some(({ value }) => value === text);

/** The agenda: whose and which days the bar says, what waits to be placed beside it. */
export default function AgendaScreen(props: Props) {
  const [, go] = useLocation();
  const { today, now } = useSession();
  const [kept, setKept] = useKept();
  const view = isView(props.view) ? props.view : kept.view;
  const day = /^\d{4}-\d\d-\d\d$/.test(props.date ?? '') ? String(props.date) : today;
  const { from, to } = windowOf(view, day);
  const { owner, site, zones } = kept;
  const read = useRead('agenda.window', { from, to, owner, site }, { keep: true });
  const face = useFaces();
  const acts = useActs();
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [opened, setOpened] = useState<AgendaSlot | null>(null);
  const [aimed, setAimed] = useState<Aimed | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [printing, setPrinting] = useState(false);
  const [calendar, setCalendar] = useState(false);
  const show = (next: View, on: string) => {
    if (next !== kept.view) setKept({ ...kept, view: next });
    go(`/agenda/${next}/${on}`);
  };
  useEscape(printing, () => setPrinting(false));

  if (read.error && !read.data) {
    return (
      <Trouble sentence={failureSentence(read.error.code)} onRetry={() => void read.refetch()} />
    );
  }
  const { data } = read;
  const board: Board | null = data
    ? {
        days: data.days,
        slots: data.slots,
        school: data.school.filter(({ zone }) => zones.includes(zone)),
        today,
        now,
        everyone: owner === null,
        dragged,
        face,
        acts,
        onDrag: setDragged,
        onDraft: setDraft,
        onOpen: (slot) => {
          if (slot.what === 'entry') setOpened(slot);
          else setMoving({ slot, what: 'move' });
        },
        onMenu: (slot, x, y, others = []) => setAimed({ slot, others, x, y }),
        onDay: (date) => show('jour', date),
      }
    : null;
  if (printing && board)
    return (
      <PrintView
        board={board}
        title={words.period(view, day, from, to)}
        who={words.paperOf(owner, site)}
        onClose={() => setPrinting(false)}
      />
    );
  return (
    <div className={classes.screen}>
      <Toolbar
        view={view}
        day={day}
        kept={kept}
        data={data}
        onKept={setKept}
        onGo={show}
        onNew={() => setDraft(firstFree(board, today, now))}
        onPrint={() => setPrinting(true)}
        onExport={() => void exportIcs({ from, to, owner, site })}
        onCalendar={() => setCalendar(true)}
      />
      <div className={classes.middle}>
        <div className={classes.view}>
          {(!board || read.isPlaceholderData) && (
            <div className={classes.waiting}>
              <Working sentence={words.reading} />
            </div>
          )}
          {board && view === 'mois' && <MonthGrid board={board} day={day} />}
          {board && view === 'liste' && <AgendaList board={board} />}
          {board && (view === 'semaine' || view === 'jour') && (
            <TimeGrid key={view} view={view} board={board} />
          )}
          <p id="agenda-keys" className={classes.keys}>
            {view === 'mois' ? words.monthKeys : view === 'liste' ? words.listKeys : words.keys}
          </p>
        </div>
        {kept.panel && (
          <ToPlace
            owner={owner}
            site={site}
            onDrag={setDragged}
            onPlace={(records, followUp) =>
              setDraft({ ...firstFree(board, today, now), records, followUp })
            }
          />
        )}
      </div>
      {draft && (
        <EventForm
          draft={draft}
          event={null}
          owner={owner || null}
          zones={zones}
          onClose={() => setDraft(null)}
        />
      )}
      {opened && <OpenedForm slot={opened} zones={zones} onClose={() => setOpened(null)} />}
      {aimed && (
        <EventMenu
          aimed={aimed}
          acts={acts}
          onOpen={setOpened}
          onMoving={setMoving}
          onClose={() => setAimed(null)}
        />
      )}
      {moving && <MoveForm moving={moving} acts={acts} onClose={() => setMoving(null)} />}
      <ScopeForm acts={acts} />
      {calendar && <CalendarForm onClose={() => setCalendar(false)} />}
    </div>
  );
}

function OpenedForm({
  slot,
  zones,
  onClose,
}: {
  slot: AgendaSlot;
  zones: string[];
  onClose: () => void;
}) {
  const { data } = useRead('agenda.open', { ref: slot.ref, day: slot.day });
  if (!data) return null;
  return <EventForm draft={null} event={data} owner={null} zones={zones} onClose={onClose} />;
}

/** The next whole hour of a day that is open: today, or the first day shown. */
function firstFree(board: Board | null, today: string, now: string): Draft {
  const days = board?.days.filter(({ date, open }) => date >= today && open.length > 0) ?? [];
  const day = days[0]?.date ?? board?.days[0]?.date ?? today;
  const hour = day === today ? Math.min(Math.max(Number(now.slice(11, 13)) + 1, 9), 18) : 9;
  const at = (hours: number) => `${day}T${String(hours).padStart(2, '0')}:00`;
  return { starts: at(hour), ends: at(hour + 1), allDay: false, records: [] };
}

function useEscape(active: boolean, leave: () => void) {
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leave();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
