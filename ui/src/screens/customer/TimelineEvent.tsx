import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CustomerFile, Moment, RecordView } from '../../engine';
import { useFields } from '../../live/catalogue';
import { useSession } from '../../live/session';
import {
  IconCalendar,
  IconCar,
  IconClock,
  IconFileInvoice,
  IconInbox,
  IconShieldCheck,
  IconTool,
} from '../../parts/icons';
import { formatDate, formatMoney, formatValue } from '../../words/format';
import * as words from '../../words/timeline';
import { Activity } from './Activities';
import { numberOf, textOf } from './fieldsOf';
import { LogForm } from './LogForm';
import { EditedLine, Line } from './TimelineLine';

interface Props {
  moment: Moment;
  record: RecordView | undefined;
  file: CustomerFile;
}

/** One line of the timeline, by what kind of moment it is. */
export function Event({ moment, record, file }: Props) {
  const shown = useShown(record);
  if (!record) return null;
  const address = `/clients/${file.customer.ref}`;
  switch (moment.kind) {
    case 'contact':
      return <Activity activity={record} links={file.links} />;
    case 'follow_up':
      return <FollowUp moment={moment} activity={record} file={file} />;
    case 'sale':
    case 'service':
      return (
        <Line
          moment={moment}
          icon={moment.kind === 'sale' ? <IconFileInvoice size={16} /> : <IconTool size={16} />}
          title={words.invoiceNamed(shown('kind'), shown('number'))}
          to={`${address}/factures`}
          facts={[
            file.links[textOf(record, 'vehicle_id') ?? ''],
            shown('mileage'),
            formatMoney(numberOf(record, 'gross_amount')),
          ]}
        />
      );
    case 'lead':
      return (
        <EditedLine
          record={record}
          links={file.links}
          moment={moment}
          icon={<IconInbox size={16} />}
          title={words.lead(shown('kind'))}
          to={`/leads/${record.ref}`}
          facts={[
            shown('state'),
            shown('lost_reason'),
            shown('channel'),
            shown('vehicle_of_interest'),
            shown('message'),
          ]}
        />
      );
    case 'appointment':
      return (
        <EditedLine
          record={record}
          links={file.links}
          moment={moment}
          icon={<IconCalendar size={16} />}
          title={shown('title')}
          facts={[shown('state'), shown('place'), shown('owner')]}
        />
      );
    case 'consent':
      return (
        <Line
          moment={moment}
          icon={<IconShieldCheck size={16} />}
          title={
            moment.field === 'withdrawn_on'
              ? words.withdrawn(shown('channel'))
              : words.consent(shown('channel'), shown('state'))
          }
          to={`${address}/consentements`}
          facts={[shown('origin')]}
        />
      );
    case 'vehicle':
      return <VehicleDay moment={moment} record={record} to={`${address}/vehicules`} />;
  }
}

function VehicleDay({ moment, record, to }: { moment: Moment; record: RecordView; to: string }) {
  const field = useFields('vehicle').find(({ key }) => key === moment.field);
  return (
    <Line
      moment={moment}
      icon={<IconCar size={16} />}
      title={record.label}
      to={to}
      facts={[words.dated(field)]}
    />
  );
}

interface FollowUpProps {
  moment: Moment;
  activity: RecordView;
  file: CustomerFile;
}

function FollowUp({ moment, activity, file }: FollowUpProps) {
  const { today } = useSession();
  const [doing, setDoing] = useState(false);
  const day = formatDate(moment.at);
  return (
    <Line
      moment={moment}
      icon={<IconClock size={16} />}
      title={words.followUp}
      late={moment.at < today}
      facts={[textOf(activity, 'subject'), textOf(activity, 'owner')]}
    >
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.doFollowUp(day)}
        onClick={() => setDoing(true)}
      >
        {words.doIt}
      </Button>
      {doing && (
        <LogForm file={file} kind="call" answering={activity.ref} onClose={() => setDoing(false)} />
      )}
    </Line>
  );
}

/** The values of a record as they are read. */
function useShown(record: RecordView | undefined): (key: string) => string {
  const fields = useFields(record?.entity ?? 'activity');
  return (key) => {
    const field = fields.find((known) => known.key === key);
    return field && record ? formatValue(field, record.values[key]) : '';
  };
}
