import { useMemo } from 'react';
import type { CampaignFile, CampaignResults } from '../../engine';
import { Chart } from '../../parts/chart/Chart';
import type { ChartOption } from '../../parts/chart/echarts';
import { formatDate } from '../../words/format';
import * as words from '../../words/campaigns';
import { formatCount } from '../../words/typography';
import classes from './Campaigns.module.css';
import { Life } from './Life';

type Step = keyof typeof words.steps;

/** What may come back by each channel. */
const STEPS: Record<string, Step[]> = {
  mail: ['sent', 'delivered', 'opened', 'clicked', 'answered', 'unsubscribed', 'bounced'],
  sms: ['sent', 'delivered', 'clicked', 'answered', 'unsubscribed', 'bounced'],
  letter: ['sent', 'delivered', 'answered', 'bounced'],
};

const COLOURS: Record<string, string> = {
  delivered: '#9db4c0',
  opened: '#4c8fb8',
  clicked: '#1f6f8b',
  answered: '#2f7d4f',
  unsubscribed: '#b45309',
  bounced: '#b3261e',
  complained: '#6d1b7b',
};

/** What left and what came back, in figures and day by day. */
export function Results({ file }: { file: CampaignFile }) {
  const channel = words.textOf(file.campaign, 'channel');
  const steps = STEPS[channel] ?? STEPS['mail'] ?? [];
  const after = [
    [words.appointments, file.appointments],
    [words.purchases, file.purchases],
    [words.visits, file.visits],
  ] as const;
  return (
    <section aria-label={words.results}>
      <h2>{words.results}</h2>
      <dl className={classes.figures}>
        {steps.map((step) => (
          <Figure key={step} step={step} results={file.results} />
        ))}
        {after.map(([label, count]) => (
          <div key={label} title={words.after}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      <Life file={file} channel={channel} />
      {file.variants.length > 1 && <Variants file={file} steps={steps} />}
      {file.excluded.length > 0 && (
        <div className={classes.excluded}>
          <h3>{words.excludedTitle(file.results.excluded)}</h3>
          <ul>
            {file.excluded.map(({ reason, count }) => (
              <li key={reason}>
                <strong>{formatCount(count)}</strong> {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Days file={file} />
    </section>
  );
}

function Figure({ step, results }: { step: Step; results: CampaignResults }) {
  return (
    <div>
      <dt>{words.steps[step]}</dt>
      <dd>
        {formatCount(results[step])}
        {step !== 'sent' && <small>{words.share(results[step], results.sent)}</small>}
      </dd>
    </div>
  );
}

function Variants({ file, steps }: { file: CampaignFile; steps: Step[] }) {
  return (
    <table className={classes.small}>
      <thead>
        <tr>
          <td />
          {steps.map((step) => (
            <th key={step} scope="col">
              {words.steps[step]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {file.variants.map(({ variant, results }) => (
          <tr key={variant}>
            <th scope="row">{variant === 'A' ? words.versionA : words.versionB}</th>
            {steps.map((step) => (
              <td key={step}>
                {step === 'sent'
                  ? formatCount(results.sent)
                  : `${formatCount(results[step])} (${words.share(results[step], results.sent)})`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Days({ file }: { file: CampaignFile }) {
  const { days } = file;
  const states = Object.keys(COLOURS).filter((state) =>
    days.some((day) => (day.states[state] ?? 0) > 0),
  );
  const option = useMemo<ChartOption>(
    () => ({
      animation: false,
      grid: { left: 34, right: 8, top: 30, bottom: 24 },
      legend: { top: 0, itemHeight: 10 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map(({ on }) => formatDate(on).slice(0, 5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: states.map((state) => ({
        type: 'bar',
        stack: 'day',
        name: words.states[state] ?? state,
        color: COLOURS[state],
        data: days.map((day) => day.states[state] ?? 0),
      })),
    }),
    [days, states.join()], // eslint-disable-line react-hooks/exhaustive-deps
  );
  if (file.results.sent === 0) return null;
  if (days.length === 0) return <p className={classes.hint}>{words.noReactionYet}</p>;
  return (
    <>
      <h3>{words.overTime}</h3>
      <div className={classes.chart}>
        <Chart option={option} label={words.chartLabel(file.campaign.label)} />
      </div>
      <table className="visually-hidden">
        <caption>{words.overTime}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {words.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.on}>
              <th scope="row">{formatDate(day.on)}</th>
              {states.map((state) => (
                <td key={state}>{formatCount(day.states[state] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
