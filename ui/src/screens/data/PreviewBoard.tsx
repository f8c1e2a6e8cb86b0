import { use, useState } from 'react';
import type { Entity, EntityPreview, Preview } from '../../engine';
import { CatalogueContext } from '../../live/catalogue';
import { formatCount } from '../../words/typography';
import * as words from '../../words/workbook';
import classes from './Import.module.css';
import { PreviewRecords } from './PreviewRecords';

const differs = (row: EntityPreview) => row.created + row.changed + row.deleted > 0;

/** Counts by entity at the left; the first records of the chosen one at the right, before and after. */
export function PreviewBoard({ preview }: { preview: Preview }) {
  const catalogue = use(CatalogueContext);
  const rows = preview.entities.filter(differs);
  const [chosen, setChosen] = useState<Entity | null>(null);
  const shown = rows.find((row) => row.entity === chosen) ?? rows[0];
  const label = (entity: Entity) => catalogue?.get(entity)?.plural ?? words.others;
  const still = preview.entities.filter((row) => !differs(row) && row.rows > 0);
  return (
    <div className={classes.board}>
      <section className={classes.counts} aria-label={words.preview}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.entity}</th>
              <th scope="col">{words.created}</th>
              <th scope="col">{words.changed}</th>
              <th scope="col">{words.deleted}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.entity} data-chosen={row.entity === shown?.entity || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.choose}
                    aria-pressed={row.entity === shown?.entity}
                    aria-label={words.showRecords(label(row.entity))}
                    onClick={() => setChosen(row.entity)}
                  >
                    {label(row.entity)}
                  </button>
                </th>
                <Count value={row.created} fate="created" />
                <Count value={row.changed} fate="changed" />
                <Count value={row.deleted} fate="deleted" />
              </tr>
            ))}
          </tbody>
        </table>
        {still.length > 0 && (
          <p className={classes.more}>{words.unchanged(still.map((row) => label(row.entity)))}</p>
        )}
      </section>
      {shown && (
        <PreviewRecords
          title={label(shown.entity)}
          all={shown.created + shown.changed + shown.deleted}
          records={preview.records.filter((record) => record.entity === shown.entity)}
        />
      )}
    </div>
  );
}

function Count({ value, fate }: { value: number; fate: string }) {
  return (
    <td className={classes.count} data-fate={value > 0 ? fate : undefined}>
      {value > 0 ? formatCount(value) : '–'}
    </td>
  );
}
