import { useEffect, useRef, type RefObject } from 'react';
import { init, type ChartOption, type EChartsType } from './echarts';

/** Which mark of a chart was pressed: its series and its place in it. */
export interface Picked {
  series: number;
  index: number;
}

interface Props {
  option: ChartOption;
  /** All that the picture says, in words. */
  label: string;
  onPick?: ((picked: Picked) => void) | undefined;
  /** The chart as it is drawn, for whoever makes a picture of it. */
  drawn?: RefObject<EChartsType | null>;
}

/** A picture that follows the size of its box. Whoever cannot see or point is offered the same as a table beside it. */
export function Chart({ option, label, onPick, drawn }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    if (drawn) drawn.current = made;
    made.on('click', ({ seriesIndex, dataIndex }) =>
      pick.current?.({ series: seriesIndex ?? 0, index: dataIndex }),
    );
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
      if (drawn) drawn.current = null;
    };
  }, [drawn]);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height: '100%' }} />;
}
