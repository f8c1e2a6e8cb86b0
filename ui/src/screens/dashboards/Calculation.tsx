import { Button, Modal } from '@mantine/core';
import { Link } from 'wouter';
import type { Answer, Definition, Target } from '../../engine';
import { useKnown } from '../../live/catalogue';
import { useRead } from '../../live/read';
import * as words from '../../words/calculation';
import * as boards from '../../words/dashboards';
import { filterText } from '../../words/lists';
import * as shell from '../../words/shell';
import { targetSentence } from '../../words/targetSentence';
import { targetingLabel } from '../../words/tileTargets';
import classes from './Dashboards.module.css';
import { behind, filterField, pathLabel, shaped } from './shape';

interface Props {
  title: string;
  definition: Definition;
  answer: Answer;
  onClose: () => void;
}

/** « Montrer le calcul »: what was counted, over what, how many rows, by which formula. */
export function Calculation({ title, definition, answer, onClose }: Props) {
  const catalogue = useKnown();
  const { question, about } = definition;
  const { unit, measured, names } = shaped(catalogue, question, answer);
  const day = question.day === null ? '' : pathLabel(catalogue, question.entity, question.day);
  const against = question.compare ? words.againstText(answer) : null;
  // The period is said by itself.
  const conditions = answer.total.filters.filter(
    ({ field, from }) => field !== question.day || (from ?? null) !== answer.days[0],
  );
  const what = [boards.entities[question.entity], ...names].filter(Boolean).join(' · ');
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={`${boards.calculation} : ${title}`}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <dl className={classes.calculation}>
        {about && (
          <>
            <dt>{words.about}</dt>
            <dd>{about}</dd>
          </>
        )}
        <dt>{words.counted}</dt>
        <dd>{what}</dd>
        <dt>{words.over}</dt>
        <dd>
          {words.overText(question, answer, day)} {against}
        </dd>
        {question.target && <Targeting target={question.target} />}
        <dt>{words.kept}</dt>
        <dd>
          {conditions.length === 0 && words.none}
          <ul>
            {conditions.map((filter, place) => (
              <li key={place}>
                {pathLabel(catalogue, question.entity, filter.field)} :{' '}
                {filterText(
                  filterField(catalogue, question.entity, filter.field),
                  filter,
                  () => undefined,
                )}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{words.formula}</dt>
        <dd className={classes.formula}>{words.formulaText(question, answer, unit, measured)}</dd>
        <dt>{words.behind}</dt>
        <dd>
          <Button
            component={Link}
            href={behind(answer, answer.total.filters)}
            variant="light"
            size="compact-sm"
          >
            {boards.openList} ({words.rowsText(answer)})
          </Button>
        </dd>
      </dl>
    </Modal>
  );
}

/** Among whom it counts, in a sentence. */
function Targeting({ target }: { target: Target }) {
  const told = useRead('targeting.say', { target, sorts: [] }, { keep: true });
  const plural = useKnown().get(target.entity)?.plural ?? '';
  return (
    <>
      <dt>{targetingLabel}</dt>
      <dd>{told.data && targetSentence(plural, told.data.said)}</dd>
    </>
  );
}
