import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '../../live/read';
import { readWorkbook, type Read } from '../../live/workbook';
import { IconRefresh } from '../../parts/icons';
import * as words from '../../words/data';
import { Changes } from './Changes';
import classes from './Data.module.css';
import { Holds } from './Holds';
import { ImportView } from './ImportView';
import { ResetForm } from './ResetForm';
import { TimePanel } from './TimePanel';
import { TrainerPanel } from './TrainerPanel';
import { useFileDrop } from './useFileDrop';
import { WorkPanel } from './WorkPanel';

const LIMIT = 200;

/** The day of use, what the base holds, out and in of a workbook, back to the start, and what was done. */
export default function DataScreen() {
  const [resetting, setResetting] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const wasReading = useRef(false);
  // Back from a preview, the keyboard begins again at the top.
  useEffect(() => {
    if (wasReading.current && !read) title.current?.focus();
    wasReading.current = read !== null;
  }, [read]);
  const list = useRead('change.list', { limit: LIMIT });

  async function open(file: File) {
    const next = await readWorkbook(file);
    if (next) setRead(next);
  }
  const dragging = useFileDrop((file) => void open(file));

  if (read) {
    return (
      <ImportView
        read={read}
        dragging={dragging}
        onChoose={(file) => void open(file)}
        onRefused={(preview) => setRead({ ...read, preview })}
        onClose={() => setRead(null)}
      />
    );
  }
  return (
    <div className={classes.screen}>
      <h1 ref={title} tabIndex={-1} className={classes.title}>
        {words.title}
      </h1>
      <div className={classes.board}>
        <div className={classes.side}>
          <TimePanel />
          <section className={classes.panel} aria-label={words.reset}>
            <h2 className={classes.heading}>{words.reset}</h2>
            <div className={classes.body}>
              <p>{words.resetHint}</p>
              <Button
                color="red.9"
                variant="outline"
                leftSection={<IconRefresh size={17} aria-hidden />}
                onClick={() => setResetting(true)}
              >
                {words.reset}
              </Button>
            </div>
          </section>
          <Holds />
        </div>
        <div className={classes.side}>
          <WorkPanel dragging={dragging} onChoose={(file) => void open(file)} />
          <Changes list={list} />
          <TrainerPanel />
        </div>
      </div>
      {resetting && (
        <ResetForm
          changes={list.data?.entries.filter((entry) => !entry.undone).length ?? 0}
          onClose={() => setResetting(false)}
        />
      )}
    </div>
  );
}
