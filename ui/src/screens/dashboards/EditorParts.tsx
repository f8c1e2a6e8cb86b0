import { Checkbox, NativeSelect } from '@mantine/core';
import type { Dimension, Entity, Order, Question, Target } from '../../engine';
import { useKnown } from '../../live/catalogue';
import type { Narrowing } from '../../live/lists';
import * as words from '../../words/dashboards';
import { chartIcon } from './chartIcons';
import { Conditions } from './Conditions';
import classes from './Dashboards.module.css';
import { DimensionChoice } from './DimensionChoice';
import { countable, datesOf, measureOn, numbersOf, startOn, type Draft } from './draft';
import { chartsFor } from './shape';
import { TargetChoice } from './TargetChoice';

export interface PartProps {
  draft: Draft;
  narrowing: Narrowing | null;
  onQuestion: (question: Draft['question']) => void;
  onDraft: (draft: Draft) => void;
}

/** The same question, asked of a targeting or of everybody. */
function targeted({ target: _, ...question }: Question, target: Target | undefined): Question {
  return target ? { ...question, target } : question;
}

/** The first choice: which records, which measure of them, under which conditions. */
export function WhatPart({ draft: { question }, narrowing, onQuestion }: PartProps) {
  const catalogue = useKnown();
  const { entity, measure } = question;
  const kind = words.measureKind(measure);
  const numbers = numbersOf(catalogue, entity);
  const field =
    typeof measure === 'string' || 'share' in measure ? null : Object.values(measure)[0];
  const offered = words.measureOrder.filter(
    (known) => ['count', 'customers', 'share'].includes(known) || numbers.length > 0,
  );
  return (
    <fieldset className={classes.part}>
      <legend>{words.whatStep}</legend>
      <NativeSelect
        size="xs"
        label={words.entity}
        value={entity}
        data={countable.map((value) => ({ value, label: words.entities[value] ?? value }))}
        onChange={(event) => {
          const start = startOn(event.currentTarget.value as Entity);
          onQuestion(targeted(start, question.target));
        }}
      />
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          label={words.measure}
          value={kind}
          data={offered.map((value) => ({ value, label: words.measures[value] }))}
          onChange={(event) => {
            const next = event.currentTarget.value as words.MeasureKind;
            const number = field ?? numbers.find(({ value }) => value === 'gross_amount')?.value;
            const start = number ?? numbers[0]?.value ?? null;
            onQuestion({ ...question, measure: measureOn(next, start) });
          }}
        />
        {field !== null && (
          <NativeSelect
            size="xs"
            label={words.number}
            value={field}
            data={numbers}
            onChange={(event) =>
              onQuestion({ ...question, measure: measureOn(kind, event.currentTarget.value) })
            }
          />
        )}
      </div>
      {typeof measure !== 'string' && 'share' in measure && (
        <div role="group" aria-label={words.partOf}>
          <p className={classes.partLabel}>{words.partOf}</p>
          <Conditions
            entity={entity}
            filters={measure.share}
            onFilters={(share) => onQuestion({ ...question, measure: { share } })}
          />
        </div>
      )}
      <div role="group" aria-label={words.onlyStep}>
        <p className={classes.partLabel}>{words.onlyStep}</p>
        <Conditions
          entity={entity}
          filters={question.filters}
          onFilters={(filters) => onQuestion({ ...question, filters })}
        />
      </div>
      <TargetChoice
        entity={entity}
        target={question.target}
        narrowing={narrowing}
        onTarget={(target) => onQuestion(targeted(question, target))}
      />
      <NativeSelect
        size="xs"
        label={words.day}
        value={question.day ?? ''}
        data={[{ value: '', label: words.noDay }, ...datesOf(catalogue, entity)]}
        onChange={(event) => onQuestion({ ...question, day: event.currentTarget.value || null })}
      />
    </fieldset>
  );
}

/** The second: by which fields. */
export function ByPart({ draft: { question }, onQuestion }: PartProps) {
  const { entity, by } = question;
  const set = (place: number, dimension: Dimension | null) => {
    const next = by.slice(0, place);
    if (dimension) next.push(dimension, ...by.slice(place + 1));
    onQuestion({ ...question, by: next });
  };
  return (
    <fieldset className={classes.part}>
      <legend>{words.byStep}</legend>
      <DimensionChoice
        label={words.by}
        entity={entity}
        dimension={by[0]}
        onChange={(dimension) => set(0, dimension)}
      />
      {by[0] && (
        <DimensionChoice
          label={words.thenBy}
          entity={entity}
          dimension={by[1]}
          onChange={(dimension) => set(1, dimension)}
        />
      )}
      {by[0] && !by[0].step && !by[0].band && (
        <div className={classes.pair}>
          <NativeSelect
            size="xs"
            label={words.order}
            value={question.order}
            data={Object.entries(words.orders).map(([value, label]) => ({ value, label }))}
            onChange={(event) =>
              onQuestion({ ...question, order: event.currentTarget.value as Order })
            }
          />
          <NativeSelect
            size="xs"
            label={words.top}
            value={String(question.top ?? '')}
            data={['5', '10', '15', '20', '50', { value: '', label: words.everyValue }]}
            onChange={(event) =>
              onQuestion({ ...question, top: Number(event.currentTarget.value) || null })
            }
          />
        </div>
      )}
    </fieldset>
  );
}

/** The third: which chart. */
export function HowPart({ draft, onQuestion, onDraft }: PartProps) {
  const { question, chart } = draft;
  return (
    <fieldset className={classes.part}>
      <legend>{words.howStep}</legend>
      <div className={classes.charts} role="group" aria-label={words.howStep}>
        {chartsFor(question.by.length).map((kind) => (
          <button
            key={kind}
            type="button"
            className={classes.chartChoice}
            aria-pressed={kind === chart}
            onClick={() => onDraft({ ...draft, chart: kind })}
          >
            {chartIcon(kind)}
            {words.charts[kind]}
          </button>
        ))}
      </div>
      {question.day !== null && (
        <Checkbox
          size="sm"
          label={words.compare}
          checked={question.compare}
          onChange={(event) => onQuestion({ ...question, compare: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}
