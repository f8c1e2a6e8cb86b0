import { Button, SegmentedControl } from '@mantine/core';
import { Fragment, useMemo, useState } from 'react';
import type { CustomerFile, Entity, Moment, MomentKind, RecordView } from '../../engine';
import { IconHistory, IconPlus } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as customerWords from '../../words/customer';
import { formatCount } from '../../words/typography';
import * as words from '../../words/timeline';
import { AddRecord } from './AddRecord';
import classes from './Customer.module.css';
import { Event } from './TimelineEvent';

const STEP = 100;
const KINDS: MomentKind[] = [
  'contact',
  'follow_up',
  'sale',
  'service',
  'lead',
  'appointment',
  'vehicle',
  'consent',
];

/** Everything that happened with the customer and what is to come, by nature. */
export function Timeline({ file }: { file: CustomerFile }) {
  const [kind, setKind] = useState<MomentKind | 'all'>('all');
  const [shown, setShown] = useState(STEP);
  const records = useMemo(() => recordsOf(file), [file]);
  const counts = useMemo(() => countKinds(file.timeline), [file.timeline]);
  const known = kind === 'all' || counts.has(kind) ? kind : 'all';
  const moments = file.timeline.filter((moment) => known === 'all' || moment.kind === known);

  if (file.timeline.length === 0) {
    return (
      <section className={classes.card}>
        <Empty
          icon={<IconHistory size={28} aria-hidden />}
          title={customerWords.emptyTitle('activity')}
          action={<Adding file={file} />}
        >
          {customerWords.emptyHint('activity')}
        </Empty>
      </section>
    );
  }
  const visible = moments.slice(0, shown);
  return (
    <div className={classes.panel}>
      <div className={classes.tools}>
        <Adding file={file} />
      </div>
      <SegmentedControl
        aria-label={words.sift}
        className={classes.sift}
        size="xs"
        value={known}
        onChange={(value) => {
          setKind(value as MomentKind | 'all');
          setShown(STEP);
        }}
        data={[
          { value: 'all', label: `${words.all} ${formatCount(file.timeline.length)}` },
          ...[...counts].map(([value, count]) => ({
            value,
            label: `${words.kindTitle(value)} ${formatCount(count)}`,
          })),
        ]}
      />
      <ol className={classes.timeline}>
        {visible.map((moment, at) => {
          const heading = headingOf(moment);
          const before = visible[at - 1];
          return (
            <Fragment key={`${moment.ref}-${moment.field}`}>
              {(!before || headingOf(before) !== heading) && (
                <li className={classes.year} data-ahead={moment.ahead || undefined}>
                  <h2>{heading}</h2>
                </li>
              )}
              <Event moment={moment} record={records.get(moment.ref)} file={file} />
            </Fragment>
          );
        })}
      </ol>
      {moments.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + STEP)}>
          {words.more(Math.min(STEP, moments.length - shown))}
        </Button>
      )}
    </div>
  );
}

/** What is dated but is neither an activity nor of another part of the record. */
function Adding({ file }: { file: CustomerFile }) {
  const [adding, setAdding] = useState<Entity | null>(null);
  return (
    <>
      {(['agenda_entry', 'lead'] as const).map((entity) => (
        <Button
          key={entity}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(entity)}
        >
          {customerWords.add(entity)}
        </Button>
      ))}
      {adding && <AddRecord file={file} entity={adding} onClose={() => setAdding(null)} />}
    </>
  );
}

function headingOf(moment: Moment): string {
  return moment.ahead ? words.ahead : moment.at.slice(0, 4);
}

function countKinds(moments: Moment[]): Map<MomentKind, number> {
  const counts = new Map<MomentKind, number>();
  for (const kind of KINDS) {
    const count = moments.filter((moment) => moment.kind === kind).length;
    if (count > 0) counts.set(kind, count);
  }
  return counts;
}

function recordsOf(file: CustomerFile): Map<string, RecordView> {
  const { activities, invoices, leads, agenda, consents, vehicles } = file;
  const records = [activities, invoices, leads, agenda, consents, vehicles].flat();
  return new Map(records.map((record) => [record.ref, record]));
}
