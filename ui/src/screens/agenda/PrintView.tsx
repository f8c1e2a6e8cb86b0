import { Button } from '@mantine/core';
import { gather } from '../../live/gather';
import { useSession } from '../../live/session';
import { IconArrowLeft, IconPrinter } from '../../parts/icons';
import * as words from '../../words/agenda';
import { formatLongDay } from '../../words/format';
import { day as printedOn } from '../../words/print';
import classes from './Agenda.module.css';
import { bandsOf, type Board } from './board';
import { touches } from './time';

interface Props {
  board: Board;
  title: string;
  who: string;
  onClose: () => void;
}

/** More of a day than anybody prints: the others are counted. */
const MOST = 300;

/** The agenda as it goes to paper: day after day, each with what falls in it. */
export function PrintView({ board, title, who, onClose }: Props) {
  const { today } = useSession();
  const days = board.days.filter(
    ({ date, holiday }) => holiday || board.slots.some((slot) => touches(slot, date)),
  );
  return (
    <div className={classes.paperScreen}>
      <div className={classes.tools} data-screen-only>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onClose}
        >
          {words.backToScreen}
        </Button>
        <Button
          autoFocus
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </div>
      <article className={classes.paper} aria-label={words.paper}>
        <header>
          <h1>{`${words.title} · ${title}`}</h1>
          <p>{who}</p>
          <p>{printedOn(formatLongDay(today))}</p>
        </header>
        {days.length === 0 && <p>{words.nothing}</p>}
        {days.map((day) => {
          const bands = bandsOf(board.school, day.date).map(words.bandOf);
          const own = gather(board.slots.filter((slot) => touches(slot, day.date)));
          return (
            <section key={day.date}>
              <h2>
                {formatLongDay(day.date)}
                <small>{[words.holidayOf(day), ...bands].filter(Boolean).join(' · ')}</small>
              </h2>
              <table>
                <tbody>
                  {own.slice(0, MOST).map(({ slot, others }) => (
                    <tr key={`${slot.ref}/${slot.day}`}>
                      <th scope="row">{slot.above ? words.allDay : words.hours(slot)}</th>
                      <td>
                        {words.slotTitle(slot)}
                        {slot.state === 'cancelled' && ` (${words.cancelled})`}
                      </td>
                      <td>{slot.what === 'follow_up' ? words.followUp : slot.kind}</td>
                      <td>{words.sharedBy([slot, ...others])}</td>
                      <td>{slot.place}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {own.length > MOST && <p>{words.others(own.length - MOST)}</p>}
            </section>
          );
        })}
      </article>
    </div>
  );
}
