import { Button, NativeSelect, SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { CarCare, CustomerFile, InvoicesKept as Kept } from '../../../engine';
import { useRead } from '../../../live/read';
import { IconCar, IconPrinter } from '../../../parts/icons';
import { Empty, Trouble } from '../../../parts/Trouble';
import * as words from '../../../words/after';
import { failureSentence } from '../../../words/errors';
import { formatDate } from '../../../words/format';
import { formatCount } from '../../../words/typography';
import classes from './After.module.css';
import { Curve } from './Curve';
import { FigureLine } from './FigureLine';
import { InvoicesKept } from './InvoicesKept';

/** What the workshop knows of the customer's cars, each figure with its calculation. */
export function AfterSales({ file }: { file: CustomerFile }) {
  const [kept, setKept] = useState<Kept>({ kind: null, vehicle: null, year: null });
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useRead('after_sales.read', { ref: file.customer.ref, kept }, { keep: true });
  if (found.error) {
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  }
  if (!found.data) return <Skeleton height={300} />;
  const { cars, loyalty } = found.data;
  const car = cars.find(({ ref }) => ref === chosen) ?? cars[0];
  return (
    <div className={classes.panel}>
      <div className={classes.bar}>
        <span className={classes.loyalty} data-loyalty={loyalty}>
          {words.loyalty(loyalty)}
        </span>
        {cars.length > 1 && <CarChoice cars={cars} chosen={car?.ref ?? ''} onChoose={setChosen} />}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
          data-screen-only
        >
          {words.print}
        </Button>
      </div>
      {car ? (
        <Care car={car} />
      ) : (
        <section className={classes.card}>
          <Empty icon={<IconCar size={28} aria-hidden />} title={words.noCar}>
            {words.noCarHint}
          </Empty>
        </section>
      )}
      <InvoicesKept file={file} found={found.data} kept={kept} onKept={setKept} />
    </div>
  );
}

interface CarChoiceProps {
  cars: CarCare[];
  chosen: string;
  onChoose: (ref: string) => void;
}

/** A few cars side by side, those of a fleet in a list. */
function CarChoice({ cars, chosen, onChoose }: CarChoiceProps) {
  const data = cars.map(({ ref, label, sold }) => ({
    value: ref,
    label: sold ? `${label} (${words.soldCar})` : label,
  }));
  if (cars.length <= SIDE_BY_SIDE)
    return (
      <SegmentedControl
        size="xs"
        aria-label={words.carChoice}
        value={chosen}
        onChange={onChoose}
        data={data}
      />
    );
  return (
    <NativeSelect
      size="xs"
      aria-label={words.carChoice}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={data}
    />
  );
}

const SIDE_BY_SIDE = 4;

const DUES: words.FigureKey[] = [
  'nextByDate',
  'nextByKm',
  'inspection',
  'warrantyEnd',
  'financeEnd',
];

function Care({ car }: { car: CarCare }) {
  return (
    <div className={classes.care}>
      <section className={classes.card} aria-label={car.label}>
        <h2>{car.label}</h2>
        <dl className={classes.figures}>
          <FigureLine name="nextVisit" figure={car.nextVisit} strong />
          <FigureLine name="estimate" figure={car.estimate} strong />
          {DUES.map((name) => (
            <FigureLine key={name} name={name} figure={car[name]} />
          ))}
          <FigureLine name="kmPerYear" figure={car.kmPerYear} />
          <Known label={words.visits}>{formatCount(car.visits)}</Known>
          <Known label={words.lastVisit}>
            {car.lastVisit ? formatDate(car.lastVisit) : words.never}
          </Known>
          <FigureLine name="meanInterval" figure={car.meanInterval} />
          <FigureLine name="medianInterval" figure={car.medianInterval} />
        </dl>
      </section>
      <section className={classes.card} aria-label={words.curve}>
        <h2>{words.curve}</h2>
        <Curve car={car} />
      </section>
    </div>
  );
}

function Known({ label, children }: { label: string; children: string }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
