import { Button } from '@mantine/core';
import { useRef } from 'react';
import { IconUpload } from '../../parts/icons';
import classes from './Data.module.css';

interface Props {
  label: string;
  disabled: boolean;
  primary?: boolean;
  onChoose: (file: File) => void;
}

/** A button that asks the system for a workbook. */
export function ChooseFile({ label, disabled, primary = false, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className={classes.hidden}
        tabIndex={-1}
        aria-hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file, mended, may be chosen again.
          currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button
        variant={primary ? 'filled' : 'outline'}
        leftSection={<IconUpload size={17} aria-hidden />}
        aria-disabled={disabled}
        onClick={() => !disabled && input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
