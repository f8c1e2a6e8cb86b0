import type { Chart } from '../../engine';
import { ink, palette } from '../../live/palette';
import type { ChartOption } from '../../parts/chart/echarts';
import { figureText, partOf, shortFigure } from '../../words/figures';
import { adds, type Named, type Shaped } from './shape';

const LINE = '#dfe6eb';
const QUIET = '#4a5560';
const FONT = "'Inter', 'Segoe UI', system-ui, sans-serif";

/** How a chart shows an answer. */
export function optionOf(chart: Chart, shaped: Shaped): ChartOption {
  const base = {
    animation: false,
    color: [...palette],
    textStyle: { fontFamily: FONT, color: ink, fontSize: 12 },
  };
  switch (chart) {
    case 'pie':
      return {
        ...base,
        tooltip: tooltip(shaped),
        legend: { ...legend(), type: 'plain' as const, itemGap: 10 },
        series: [pie(shaped)],
      };
    case 'funnel':
      return { ...base, tooltip: tooltip(shaped), series: [funnel(shaped)] };
    case 'gauge':
      return { ...base, series: [gauge(shaped)] };
    default:
      return { ...base, ...axes(chart, shaped) };
  }
}

/** Labels that are names read better one under the other. */
const lying = (chart: Chart, { rows }: Shaped) =>
  chart !== 'line' &&
  !rows.some(({ label }) => label.kind === 'days' || label.kind === 'band') &&
  rows.length > 0;

/** All the others together would dwarf the first ones: they are said below, not drawn. */
export function drawn(chart: Chart, { rows }: Shaped): Named[] {
  return chart === 'bars' || chart === 'stacked'
    ? rows.filter(({ label }) => label.kind !== 'others')
    : rows;
}

function axes(chart: Chart, shaped: Shaped): ChartOption {
  const { columns, unit } = shaped;
  const rows = drawn(chart, shaped);
  const flat = lying(chart, shaped);
  const names = {
    type: 'category' as const,
    data: rows.map(({ short }) => short),
    inverse: flat,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#a9b6bf' } },
    axisLabel: {
      color: QUIET,
      hideOverlap: !flat,
      ...(flat && { interval: 0, width: 140, overflow: 'truncate' as const }),
    },
  };
  const numbers = {
    type: 'value' as const,
    splitNumber: 4,
    minInterval: unit === 'count' ? 1 : 0,
    splitLine: { lineStyle: { color: LINE } },
    axisLabel: {
      color: QUIET,
      hideOverlap: true,
      formatter: (value: number) => shortFigure(value, unit),
    },
  };
  const many = columns.length > 0;
  return {
    grid: { left: 4, right: 14, top: 12, bottom: many ? 30 : 4, containLabel: true },
    tooltip: tooltip(shaped),
    ...(many && { legend: legend() }),
    xAxis: flat ? numbers : names,
    yAxis: flat ? names : numbers,
    series: series(chart, shaped),
  };
}

function series(chart: Chart, shaped: Shaped) {
  const { columns, at } = shaped;
  const rows = drawn(chart, shaped);
  const nothing = adds(shaped.question) ? 0 : null;
  const data = (column: number) => rows.map((_, row) => at(row, column)?.value ?? nothing);
  const named = columns.length > 0 ? columns.map(({ long }) => long) : [''];
  return named.map((name, column) =>
    chart === 'line'
      ? {
          type: 'line' as const,
          name,
          data: data(column),
          symbolSize: 7,
          lineStyle: { width: 2.5 },
          cursor: 'pointer',
        }
      : {
          type: 'bar' as const,
          name,
          data: data(column),
          barMaxWidth: 34,
          cursor: 'pointer',
          itemStyle: { borderColor: '#fff', borderWidth: chart === 'stacked' ? 0.5 : 0 },
          ...(chart === 'stacked' && { stack: 'all' }),
        },
  );
}

const legend = () => ({
  type: 'scroll' as const,
  bottom: 0,
  icon: 'roundRect',
  itemWidth: 12,
  itemHeight: 12,
  itemGap: 14,
  textStyle: { color: ink, fontSize: 12 },
});

function slices({ rows, at }: Shaped) {
  return rows.map(({ long }, row) => ({ name: long, value: at(row, 0)?.value ?? 0 }));
}

/** Below this share, in hundredths, a slice is told by the pointer and by the table only. */
const LEAST_LABELLED = 4;

function pie(shaped: Shaped) {
  return {
    type: 'pie' as const,
    radius: ['40%', '64%'],
    center: ['50%', '39%'],
    data: slices(shaped),
    itemStyle: { borderColor: '#fff', borderWidth: 2 },
    label: {
      color: ink,
      overflow: 'none' as const,
      // Tenths count where the part is small; side by side, the smallest would be read over one another.
      formatter: ({ percent = 0 }: { percent?: number }) =>
        percent < LEAST_LABELLED
          ? ''
          : (percent < 10 ? figureText : shortFigure)(percent, 'percent'),
    },
    labelLine: { length: 6, length2: 4 },
    labelLayout: { hideOverlap: true },
    cursor: 'pointer',
  };
}

function funnel(shaped: Shaped) {
  return {
    type: 'funnel' as const,
    left: 8,
    right: '44%',
    top: 8,
    bottom: 8,
    gap: 2,
    minSize: '8%',
    data: slices(shaped),
    itemStyle: { borderWidth: 0 },
    label: {
      position: 'right' as const,
      color: ink,
      formatter: ({ name, value }: { name: string; value?: unknown }) =>
        `${name} : ${figureText(Number(value), shaped.unit)}`,
    },
    labelLine: { length: 12 },
    cursor: 'pointer',
  };
}

function gauge({ question, answer, unit }: Shaped) {
  const value = answer.total.value ?? 0;
  const full = question.goal ?? (unit === 'percent' ? 100 : Math.max(1, value));
  const ring = { width: 16, roundCap: true };
  return {
    type: 'gauge' as const,
    startAngle: 205,
    endAngle: -25,
    center: ['50%', '58%'],
    radius: '100%',
    min: 0,
    max: full,
    // Nothing reached yet: no dot that would be read as a little.
    progress: { show: value > 0, ...ring, itemStyle: { color: palette[0] ?? ink } },
    axisLine: {
      lineStyle: { width: 16, color: [[1, '#e4ebef']] as [number, string][] },
      roundCap: true,
    },
    pointer: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { show: false },
    title: { offsetCenter: [0, '34%'], color: QUIET, fontSize: 12 },
    detail: {
      offsetCenter: [0, '0%'],
      fontSize: 26,
      fontWeight: 650,
      color: ink,
      formatter: () => figureText(answer.total.value, unit),
    },
    data: [{ value, name: partOf(answer.total.counted, answer.total.of, unit) }],
    cursor: 'pointer',
  };
}

/** What stands by the pointer, as text: names are what people typed. */
function tooltip(shaped: Shaped) {
  return {
    trigger: 'item' as const,
    confine: true,
    borderColor: LINE,
    textStyle: { color: ink, fontSize: 12, fontFamily: FONT },
    formatter: (given: unknown) => {
      const { dataIndex, seriesIndex } = given as { dataIndex: number; seriesIndex?: number };
      const column = seriesIndex ?? 0;
      const figure = shaped.at(dataIndex, column);
      const lines = [shaped.rows[dataIndex]?.long ?? ''];
      const name = shaped.columns[column]?.long;
      if (name) lines.push(name);
      lines.push(figureText(figure?.value ?? (figure ? null : 0), shaped.unit));
      const text = document.createElement('div');
      text.style.whiteSpace = 'pre-line';
      text.textContent = lines.join('\n');
      return text;
    },
  };
}
