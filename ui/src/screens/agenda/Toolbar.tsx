import {
  ActionIcon,
  Button,
  Checkbox,
  Menu,
  NativeSelect,
  Popover,
  SegmentedControl,
  Stack,
} from '@mantine/core';
import type { AgendaView } from '../../engine';
import { useSession } from '../../live/session';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDotsVertical,
  IconLayoutSidebarRight,
  IconPlus,
} from '../../parts/icons';
import * as words from '../../words/agenda';
import type { View } from '../../words/agenda';
import classes from './Agenda.module.css';
import { GoTo } from './GoTo';
import type { Kept } from './useKept';
import { stepped, windowOf } from './time';

interface Props {
  view: View;
  day: string;
  kept: Kept;
  data: AgendaView | undefined;
  onKept: (kept: Kept) => void;
  onGo: (view: View, day: string) => void;
  onNew: () => void;
  onPrint: () => void;
  onExport: () => void;
  onCalendar: () => void;
}

const NOBODY = '-';
const ZONES = ['A', 'B', 'C'];

/** Which days, whose, how; and what else can be done with the agenda. */
export function Toolbar(props: Props) {
  const { view, day, kept, data, onKept, onGo } = props;
  const { today, group, staff } = useSession();
  const { from, to } = windowOf(view, day);
  const named = (names: string[]) => names.map((name) => ({ value: name, label: name }));
  return (
    <header className={classes.bar}>
      <h1 className={classes.title}>{words.title}</h1>
      <Button.Group>
        <Button
          size="xs"
          variant="default"
          px={8}
          aria-label={words.before}
          onClick={() => onGo(view, stepped(view, day, -1))}
        >
          <IconChevronLeft size={16} aria-hidden />
        </Button>
        <Button size="xs" variant="default" px="sm" onClick={() => onGo(view, today)}>
          {words.today}
        </Button>
        <Button
          size="xs"
          variant="default"
          px={8}
          aria-label={words.after}
          onClick={() => onGo(view, stepped(view, day, 1))}
        >
          <IconChevronRight size={16} aria-hidden />
        </Button>
      </Button.Group>
      <h2 className={classes.period} aria-live="polite">
        {words.period(view, day, from, to)}
      </h2>
      <GoTo key={day} day={day} onGo={(next) => onGo(view, next)} />
      <SegmentedControl
        size="xs"
        aria-label={words.views}
        value={view}
        data={words.viewNames}
        onChange={(value) => onGo(value as View, day)}
      />
      <Button
        className={classes.push}
        size="xs"
        px="xs"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={props.onNew}
      >
        {words.newEvent}
      </Button>
      <div className={classes.second}>
        <NativeSelect
          aria-label={words.owner}
          size="xs"
          value={kept.owner === '' ? NOBODY : (kept.owner ?? '')}
          data={[
            { value: '', label: words.everyone },
            ...named(staff.map(({ name }) => name)),
            { value: NOBODY, label: words.nobody },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onKept({ ...kept, owner: value === NOBODY ? '' : value || null })
          }
        />
        <NativeSelect
          aria-label={words.site}
          size="xs"
          value={kept.site ?? ''}
          data={[
            { value: '', label: words.allSites },
            ...named(group.sites.map(({ name }) => name)),
          ]}
          onChange={({ currentTarget: { value } }) => onKept({ ...kept, site: value || null })}
        />
        <Zones kept={kept} onKept={onKept} />
        {data && (
          <span
            className={classes.known}
            title={words.knownUntil(data.knownUntil, data.officialUntil)}
          >
            {words.knownShort(data.officialUntil)}
          </span>
        )}
        <span className={classes.push} />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={words.more}>
              <IconDotsVertical size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={props.onPrint}>{words.print}</Menu.Item>
            <Menu.Item onClick={props.onExport}>{words.exportIcs}</Menu.Item>
            <Menu.Item onClick={props.onCalendar}>{words.editCalendar}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ActionIcon
          variant={kept.panel ? 'light' : 'subtle'}
          aria-label={kept.panel ? words.hidePanel : words.showPanel}
          aria-pressed={kept.panel}
          onClick={() => onKept({ ...kept, panel: !kept.panel })}
        >
          <IconLayoutSidebarRight size={18} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}

function Zones({ kept, onKept }: Pick<Props, 'kept' | 'onKept'>) {
  return (
    <Popover position="bottom-start">
      <Popover.Target>
        <Button size="xs" variant="default" px="xs">
          {words.zonesShort(kept.zones)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={words.zones}
          value={kept.zones}
          onChange={(zones) => onKept({ ...kept, zones: [...zones].sort() })}
        >
          <Stack gap={6} mt={6}>
            {ZONES.map((zone) => (
              <Checkbox key={zone} size="xs" value={zone} label={words.zone(zone)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
