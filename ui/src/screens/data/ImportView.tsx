import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Preview } from '../../engine';
import { importWorkbook, useWork, type Read } from '../../live/workbook';
import { IconArrowLeft, IconCheck } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/workbook';
import { ChooseFile } from './ChooseFile';
import classes from './Import.module.css';
import { PreviewBoard } from './PreviewBoard';
import { ProblemTable, SaveProblems, Warnings } from './Problems';
import { WorkProgress } from './WorkProgress';

interface Props {
  read: Read;
  dragging: boolean;
  onChoose: (file: File) => void;
  onRefused: (preview: Preview) => void;
  onClose: () => void;
}

/** What a workbook would change, or what is wrong with it; nothing is changed before the person agrees. */
export function ImportView({ read, dragging, onChoose, onRefused, onClose }: Props) {
  const { name, preview } = read;
  const [agreed, setAgreed] = useState(false);
  const busy = useWork() !== null;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [read]);
  const wrong = preview.problemsTotal > 0;
  const base = preview.about?.kind === 'base';
  const differs = preview.entities.some((row) => row.created + row.changed + row.deleted > 0);

  async function agree() {
    setAgreed(true);
    const outcome = await importWorkbook(read);
    setAgreed(false);
    if (outcome === 'done') onClose();
    else if (outcome !== 'failed') onRefused(outcome);
  }

  return (
    <div
      className={classes.screen}
      data-dragging={dragging || undefined}
      onKeyDown={(event) => event.key === 'Escape' && !agreed && onClose()}
    >
      <div className={classes.head}>
        <h1 ref={title} tabIndex={-1} className={classes.title}>
          {wrong ? words.problemsTitle : words.preview}
        </h1>
        <p className={classes.file}>
          <strong>{name}</strong>
          {preview.about && <span>{words.aboutLine(preview.about)}</span>}
        </p>
        {dragging && <p className={classes.file}>{words.dropNow}</p>}
      </div>
      {(wrong || differs || base) && (
        <p className={classes.means} data-wrong={wrong || undefined}>
          {wrong
            ? words.problemsHint(preview.problemsTotal)
            : base
              ? words.baseMeans
              : words.sessionMeans}
        </p>
      )}
      {wrong && <ProblemTable problems={preview.problems} total={preview.problemsTotal} />}
      {!wrong && (differs || base) && <PreviewBoard preview={preview} />}
      {!wrong && !differs && !base && (
        <Empty icon={<IconCheck size={28} aria-hidden />} title={words.same}>
          {words.sameHint}
        </Empty>
      )}
      <Warnings preview={preview} />
      <div className={classes.foot}>
        <WorkProgress />
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={17} aria-hidden />}
          aria-disabled={agreed}
          onClick={() => !agreed && onClose()}
        >
          {words.back}
        </Button>
        {wrong && <SaveProblems name={name} problems={preview.problems} />}
        <ChooseFile
          label={wrong ? words.chooseMended : words.chooseAnother}
          primary={wrong}
          disabled={busy}
          onChoose={onChoose}
        />
        {!wrong && (differs || base) && (
          <Button loading={agreed} onClick={() => void agree()}>
            {base ? words.confirmBase : words.confirmSession}
          </Button>
        )}
      </div>
    </div>
  );
}
