import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { CustomerFile } from '../../engine';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import { usePlan } from '../../live/toPlace';
import {
  IconArrowLeft,
  IconBuilding,
  IconDeviceMobileMessage,
  IconDotsVertical,
  IconMail,
  IconMailbox,
  IconMapPin,
  IconPhone,
  IconTrash,
  IconUser,
  IconUsersGroup,
} from '../../parts/icons';
import { PlanButton } from '../../parts/PlanButton';
import { StatusBadge } from '../../parts/StatusBadge';
import { kindLabel } from '../../words/customers';
import { writeBy } from '../../words/messages';
import * as words from '../../words/customer';
import { formatDate, formatPhone, formatRoundMoney } from '../../words/format';
import { formatCount } from '../../words/typography';
import classes from './Customer.module.css';
import { numberOf, textOf } from './fieldsOf';
import { LogButton } from './LogButton';

/** What matters about a customer, in two lines. */
export function Header({ file }: { file: CustomerFile }) {
  const { customer } = file;
  const { today } = useSession();
  const plan = usePlan();
  const company = customer.values['kind'] === 'company';
  const phones = [textOf(customer, 'mobile'), textOf(customer, 'phone')].filter(
    (phone) => phone !== null,
  );
  const mail = textOf(customer, 'mail');
  const place = [textOf(customer, 'postcode'), textOf(customer, 'town')].filter(Boolean).join(' ');
  const whose = [textOf(customer, 'owner'), textOf(customer, 'site')].filter(Boolean).join(', ');
  const last = textOf(customer, 'last_activity_on');
  const next = textOf(customer, 'next_follow_up_on');
  const Icon = company ? IconBuilding : IconUser;
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <Link href="/clients" className={classes.back} aria-label={words.back} title={words.back}>
          <IconArrowLeft size={18} aria-hidden />
        </Link>
        <h1 className={classes.name}>{customer.label}</h1>
        {customer.values['status'] && <StatusBadge status={String(customer.values['status'])} />}
        <span className={classes.actions}>
          <LogButton file={file} />
          <PlanButton
            name={customer.label}
            onPlan={() => plan([{ ref: customer.ref, label: customer.label }])}
          />
          <Actions file={file} />
        </span>
      </div>
      <div className={classes.line}>
        <span className={classes.kind}>
          {kindLabel(String(customer.values['kind']))} {customer.ref}
        </span>
        {phones.map((phone) => (
          <Fact key={phone} icon={<IconPhone size={15} aria-hidden />}>
            <strong>{formatPhone(phone)}</strong>
          </Fact>
        ))}
        {mail && <Fact icon={<IconMail size={15} aria-hidden />}>{mail}</Fact>}
        {place && <Fact icon={<IconMapPin size={15} aria-hidden />}>{place}</Fact>}
        {whose && <Fact icon={<Icon size={15} aria-hidden />}>{whose}</Fact>}
      </div>
      <dl className={classes.metrics}>
        <Metric label={words.metrics.vehicles}>
          {formatCount(numberOf(customer, 'vehicle_count'))}
        </Metric>
        <Metric label={words.metrics.turnover}>
          {formatRoundMoney(numberOf(customer, 'turnover'))}
        </Metric>
        <Metric label={words.metrics.lastContact}>{last ? formatDate(last) : words.never}</Metric>
        <Metric label={words.metrics.nextFollowUp} late={next !== null && next < today}>
          {next ? formatDate(next) : words.none}
        </Metric>
      </dl>
    </header>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.fact}>
      {icon}
      {children}
    </span>
  );
}

function Metric({ label, late, children }: { label: string; late?: boolean; children: ReactNode }) {
  return (
    <div className={classes.metric} data-late={late || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Ways to write to somebody. */
const writing = [
  ['mail', IconMail],
  ['sms', IconDeviceMobileMessage],
  ['letter', IconMailbox],
] as const;

function Actions({ file }: { file: CustomerFile }) {
  const [, go] = useLocation();
  const { customer } = file;

  async function remove() {
    const parts = [
      file.vehicles.length > 0 && words.vehicleCount(file.vehicles.length),
      file.invoices.length > 0 && words.invoiceCount(file.invoices.length),
      file.activities.length > 0 && words.activityCount(file.activities.length),
    ].filter((part) => part !== false);
    go('/clients');
    await change(
      'record.delete',
      { ref: customer.ref },
      words.removedCustomer(customer.label, parts),
    );
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={words.actionsOf(customer.label)}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {writing.map(([channel, Icon]) => (
          <Menu.Item
            key={channel}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => go(`/ecrire/${customer.ref}/${channel}`)}
          >
            {writeBy[channel]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUsersGroup size={16} aria-hidden />}
          onClick={() => go(`/doublons/${customer.ref}`)}
        >
          {words.findDoubles}
        </Menu.Item>
        <Menu.Item
          color="red.9"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void remove()}
        >
          {words.deleteRecord}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
