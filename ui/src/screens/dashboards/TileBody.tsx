import { Skeleton } from '@mantine/core';
import { Fragment, useMemo, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { Answer, Chart as ChartKind, Question } from '../../engine';
import { useKnown } from '../../live/catalogue';
import { Chart } from '../../parts/chart/Chart';
import type { EChartsType } from '../../parts/chart/echarts';
import * as words from '../../words/dashboards';
import { figureText } from '../../words/figures';
import { BigNumber } from './BigNumber';
import classes from './Dashboards.module.css';
import { FigureLink, FigureTable } from './FigureTable';
import { drawn as marks, optionOf } from './options';
import { PivotTable } from './PivotTable';
import { behind, chartThatFits, shaped, type Shaped } from './shape';

interface Props {
  title: string;
  chart: ChartKind;
  question: Question;
  answer: Answer | null;
  failed: boolean;
  drawn?: RefObject<EChartsType | null>;
}

/** What a tile shows of its answer. */
export function TileBody({ title, chart, question, answer, failed, drawn }: Props) {
  const catalogue = useKnown();
  // While another question is asked, the former answer does not fit it.
  const fits = answer !== null && answer.axes.length === question.by.length;
  const shape = useMemo(
    () => (fits ? shaped(catalogue, question, answer) : null),
    [catalogue, question, answer, fits],
  );
  if (failed) return <p className={classes.problem}>{words.cannotAnswer}</p>;
  if (!shape) return <Skeleton height="100%" />;
  if (shape.answer.total.of === 0 && question.by.length > 0) return <Nothing />;
  return <Shown title={title} chart={chart} shape={shape} drawn={drawn} />;
}

function Nothing() {
  return (
    <div className={classes.nothing}>
      <p>{words.emptyTile}</p>
      <p className={classes.quiet}>{words.emptyTileHint}</p>
    </div>
  );
}

interface ShownProps {
  title: string;
  chart: ChartKind;
  shape: Shaped;
  drawn: RefObject<EChartsType | null> | undefined;
}

function Shown({ title, chart, shape, drawn }: ShownProps) {
  const [, go] = useLocation();
  const dimensions = shape.answer.axes.length;
  const kind = chart === 'table' ? 'table' : chartThatFits(chart, dimensions);
  const option = useMemo(() => (isPicture(kind) ? optionOf(kind, shape) : null), [kind, shape]);
  if (kind === 'number') return <BigNumber shape={shape} />;
  if (kind === 'pivot') return <PivotTable title={title} shape={shape} />;
  if (!option) {
    return dimensions === 2 ? (
      <PivotTable title={title} shape={shape} />
    ) : (
      <FigureTable title={title} shape={shape} />
    );
  }
  const picture = (
    <Chart
      option={option}
      label={words.chartLabel(title, kind, summary(shape))}
      {...(drawn && { drawn })}
      onPick={({ series, index }) => {
        const figure = kind === 'gauge' ? shape.answer.total : shape.at(index, series);
        if (figure) go(behind(shape.answer, figure.filters));
      }}
    />
  );
  const others = shape.rows.filter((row) => !marks(kind, shape).includes(row));
  const cut = shape.answer.axes[0]?.cut ?? 0;
  if (others.length === 0 && cut === 0) return picture;
  return (
    <div className={classes.withNote}>
      <div className={classes.picture}>{picture}</div>
      <p className={classes.note}>
        {others.map(({ long, label }) => (
          <Fragment key={long}>
            {long} : <FigureLink shape={shape} label={long} figure={label.figure} />
          </Fragment>
        ))}
        {cut > 0 && words.cut(cut)}
      </p>
    </div>
  );
}

const isPicture = (kind: ChartKind) => kind !== 'number' && kind !== 'pivot' && kind !== 'table';

/** The total and the first labels: what a glance would catch. */
function summary({ rows, answer, unit }: Shaped): string {
  const first = rows
    .slice(0, 3)
    .map(({ long, label }) => `${long} ${figureText(label.figure.value, unit)}`);
  return [`${words.total} ${figureText(answer.total.value, unit)}`, ...first].join(', ');
}
