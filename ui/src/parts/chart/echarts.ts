import { BarChart, FunnelChart, GaugeChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as learn, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

learn([
  BarChart,
  FunnelChart,
  GaugeChart,
  LineChart,
  PieChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

export { init, type EChartsType };
export type ChartOption = Parameters<EChartsType['setOption']>[0];
