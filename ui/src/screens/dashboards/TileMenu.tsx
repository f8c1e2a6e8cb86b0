import { ActionIcon, Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import type { Answer, BoardView, TileView } from '../../engine';
import { useKnown } from '../../live/catalogue';
import { change } from '../../live/change';
import { saveChart } from '../../live/picture';
import { exportTable } from '../../live/workbook';
import type { EChartsType } from '../../parts/chart/echarts';
import {
  IconArrowsMove,
  IconCalculator,
  IconChartBar,
  IconCopy,
  IconDotsVertical,
  IconFileSpreadsheet,
  IconListCheck,
  IconPencil,
  IconPhoto,
  IconTable,
  IconTrash,
} from '../../parts/icons';
import * as words from '../../words/dashboards';
import { behind, shaped } from './shape';
import { sheetOf } from './sheet';

interface Props {
  board: BoardView;
  tile: TileView;
  answer: Answer | null;
  drawn: RefObject<EChartsType | null>;
  table: boolean;
  /** There is the width to arrange a board. */
  movable: boolean;
  onTable: () => void;
  onOpen: (what: 'edit' | 'calculation' | 'placing') => void;
}

const PICTURES = ['bars', 'stacked', 'line', 'pie', 'gauge', 'funnel'];
const TABLES = ['table', 'pivot', 'number'];

/** All that can be done to a tile. */
export function TileMenu({ board, tile, answer, drawn, table, movable, ...rest }: Props) {
  const { onTable, onOpen } = rest;
  const [, go] = useLocation();
  const catalogue = useKnown();
  const { ref, title, chart, definition } = tile;
  const icon = { size: 16, 'aria-hidden': true };
  const pictured = !table && chart !== null && PICTURES.includes(chart);

  return (
    <Menu position="bottom-end" withinPortal returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.tileActions(title)}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown miw={220}>
        {answer && definition && (
          <>
            {chart && !TABLES.includes(chart) && (
              <Menu.Item
                leftSection={table ? <IconChartBar {...icon} /> : <IconTable {...icon} />}
                onClick={onTable}
              >
                {table ? words.asChart : words.asTable}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconCalculator {...icon} />}
              onClick={() => onOpen('calculation')}
            >
              {words.calculation}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconListCheck {...icon} />}
              onClick={() => go(behind(answer, answer.total.filters))}
            >
              {words.openList}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileSpreadsheet {...icon} />}
              onClick={() =>
                void exportTable(sheetOf(title, shaped(catalogue, definition.question, answer)))
              }
            >
              {words.exportExcel}
            </Menu.Item>
            {pictured && (
              <>
                <Menu.Item
                  leftSection={<IconPhoto {...icon} />}
                  onClick={() => void saveChart(drawn.current, title, 'png')}
                >
                  {words.exportPng}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconPhoto {...icon} />}
                  onClick={() => void saveChart(drawn.current, title, 'svg')}
                >
                  {words.exportSvg}
                </Menu.Item>
              </>
            )}
          </>
        )}
        {!board.locked && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onOpen('edit')}>
              {words.edit}
            </Menu.Item>
            {movable && (
              <Menu.Item
                leftSection={<IconArrowsMove {...icon} />}
                onClick={() => onOpen('placing')}
              >
                {words.arrange}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconCopy {...icon} />}
              onClick={() => void change('tile.copy', { ref })}
            >
              {words.copyTile}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              onClick={() => void change('tile.remove', { ref })}
            >
              {words.removeTile}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
