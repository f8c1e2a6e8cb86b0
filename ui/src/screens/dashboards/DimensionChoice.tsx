import { NativeSelect } from '@mantine/core';
import type { DateStep, Dimension, Entity } from '../../engine';
import { fieldAt, useKnown } from '../../live/catalogue';
import * as words from '../../words/dashboards';
import { formatCount } from '../../words/typography';
import classes from './Dashboards.module.css';
import { bands, dimensionOn, groupings, isDate, isNumber } from './draft';

interface Props {
  label: string;
  entity: Entity;
  dimension: Dimension | undefined;
  onChange: (dimension: Dimension | null) => void;
}

/** A field to group by, with how its dates or numbers come together. */
export function DimensionChoice({ label, entity, dimension, onChange }: Props) {
  const catalogue = useKnown();
  const known = (path: string) => fieldAt(catalogue, entity, path)?.field;
  const field = dimension && known(dimension.field);
  const hundredths = field?.kind === 'money' || field?.kind === 'quantity' ? 100 : 1;
  const unit = field?.kind === 'money' ? '€' : (field?.unit ?? '');

  return (
    <div className={classes.pair}>
      <NativeSelect
        size="xs"
        label={label}
        value={dimension?.field ?? ''}
        data={[{ value: '', label: words.nothing }, ...groupings(catalogue, entity)]}
        onChange={(event) => {
          const path = event.currentTarget.value;
          onChange(path === '' ? null : dimensionOn(path, known(path)));
        }}
      />
      {dimension && isDate(field) && (
        <NativeSelect
          size="xs"
          label={words.step}
          value={dimension.step ?? 'month'}
          data={Object.entries(words.steps).map(([value, text]) => ({ value, label: text }))}
          onChange={(event) =>
            onChange({ ...dimension, step: event.currentTarget.value as DateStep })
          }
        />
      )}
      {dimension && isNumber(field) && (
        <NativeSelect
          size="xs"
          label={words.band}
          value={String(dimension.band ?? '')}
          data={[
            { value: '', label: words.nothing },
            ...bands.map((width) => ({
              value: String(width * hundredths),
              label: `${formatCount(width)} ${unit}`.trim(),
            })),
          ]}
          onChange={(event) => {
            const width = Number(event.currentTarget.value);
            onChange(width ? { field: dimension.field, band: width } : { field: dimension.field });
          }}
        />
      )}
    </div>
  );
}
