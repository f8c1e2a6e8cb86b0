import type { ReactNode } from 'react';
import type { Chart } from '../../engine';
import {
  IconChartBar,
  IconChartBarPopular,
  IconChartDonut,
  IconChartFunnel,
  IconChartLine,
  IconGauge,
  IconHash,
  IconTable,
  IconTableColumn,
  type TablerIcon,
} from '../../parts/icons';

const icons: Record<Chart, TablerIcon> = {
  number: IconHash,
  bars: IconChartBar,
  stacked: IconChartBarPopular,
  line: IconChartLine,
  pie: IconChartDonut,
  table: IconTable,
  pivot: IconTableColumn,
  gauge: IconGauge,
  funnel: IconChartFunnel,
};

export function chartIcon(chart: Chart): ReactNode {
  const Icon = icons[chart];
  return <Icon size={20} aria-hidden />;
}
