import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Entity, Value } from '../../engine';
import { useFields } from '../../live/catalogue';
import { usePaused } from '../../live/debounce';
import { listAddress, listed } from '../../live/lists';
import { useRead } from '../../live/read';
import { IconSearch } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import * as words from '../../words/lists';
import { formatCount } from '../../words/typography';
import { BulkEdit } from './BulkEdit';
import { Families } from './Families';
import classes from './Values.module.css';

interface Replacing {
  from: Value[];
  to: Value;
  count: number;
}

/** All the values of a field over the whole base: how many, how written, and the way to their records. */
export default function ValuesScreen({
  entity,
  field: key,
}: {
  entity: Entity;
  field: string | null;
}) {
  const [, go] = useLocation();
  const fields = useFields(entity);
  const field = fields.find((found) => found.key === (key ?? 'town')) ?? fields[0];
  const [text, setText] = useState('');
  const find = usePaused(text.trim(), 150);
  const [replacing, setReplacing] = useState<Replacing | null>(null);
  const found = useRead('field.values', { entity, field: field?.key ?? '', find }, { keep: true });
  if (!field) return null;
  if (found.error && !found.data)
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  const { data } = found;
  const editable = field.editable && field.kind !== 'reference';

  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.title}>{words.valuesTitle}</h1>
        <NativeSelect
          aria-label={words.valuesEntity}
          value={entity}
          onChange={(event) => go(`/valeurs/${event.currentTarget.value}`)}
          data={listed.map((one) => ({ value: one, label: words.title(one) }))}
        />
        <NativeSelect
          aria-label={words.valuesField}
          value={field.key}
          onChange={(event) => go(`/valeurs/${entity}/${event.currentTarget.value}`)}
          data={fields.map((one) => ({ value: one.key, label: one.label }))}
        />
        <TextInput
          aria-label={words.valuesFind}
          placeholder={words.valuesFind}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {data && (
          <span role="status" className={classes.summary}>
            {words.valuesSummary(entity, data.total, data.distinct)}
          </span>
        )}
        {data && data.blanks > 0 && (
          <span className={classes.blanks}>
            {words.valuesBlanks(data.blanks)}
            <Button
              component={Link}
              href={listAddress(entity, [{ field: field.key, values: [null] }])}
              size="compact-sm"
              variant="subtle"
            >
              {words.seeBlanks}
            </Button>
            {editable && (
              <Button
                component={Link}
                href={`/remplir/${entity}/${field.key}`}
                size="compact-sm"
                variant="light"
              >
                {words.fillBlanks}
              </Button>
            )}
          </span>
        )}
      </div>
      {data && (
        <div className={classes.columns}>
          <section className={classes.panel} aria-label={words.valuesList}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{words.value}</th>
                  <th scope="col" className={classes.number}>
                    {words.records}
                  </th>
                  <th>
                    <span className="visually-hidden">{words.replace}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.values.map((group) => {
                  const shown = words.valueText(field, group.value, group.name);
                  return (
                    <tr key={String(group.value)}>
                      <td>
                        <Link
                          href={listAddress(entity, [{ field: field.key, values: [group.value] }])}
                          title={words.seeRecords(shown)}
                        >
                          {shown}
                        </Link>
                      </td>
                      <td className={classes.number}>{formatCount(group.count)}</td>
                      <td className={classes.act}>
                        {editable && (
                          <button
                            type="button"
                            aria-label={`${words.replace} ${shown}`}
                            onClick={() =>
                              setReplacing({
                                from: [group.value],
                                to: group.value,
                                count: group.count,
                              })
                            }
                          >
                            {words.replace}
                          </button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            {data.values.length === 0 && (
              <p className={classes.none}>{find === '' ? words.noRowsHint : words.noValue}</p>
            )}
            {find === '' && data.distinct > data.values.length && (
              <p className={classes.none}>{words.valuesCut(data.values.length, data.distinct)}</p>
            )}
          </section>
          <Families
            families={data.families}
            editable={editable}
            onMakeOne={(family) =>
              setReplacing({
                from: family.writings.map((writing) => writing.value),
                to: family.proposed,
                count: family.writings.reduce((sum, writing) => sum + writing.count, 0),
              })
            }
          />
        </div>
      )}
      {replacing && (
        <BulkEdit
          chosen={{
            entity,
            quick: '',
            filters: [{ field: field.key, values: replacing.from }],
            sorts: [],
            all: true,
            refs: [],
          }}
          count={replacing.count}
          fields={fields}
          start={{ field: field.key, value: replacing.to, fixed: true }}
          onClose={() => setReplacing(null)}
        />
      )}
    </div>
  );
}
