import { FormFrame as Frame, type FormFrameProps } from '../../parts/FormFrame';
import { cancel } from '../../words/lead';
import classes from './Leads.module.css';

/** A form over the board. */
export function FormFrame({
  size = 680,
  ...props
}: Omit<FormFrameProps, 'cancel' | 'size'> & { size?: number }) {
  return <Frame {...props} size={size} cancel={cancel} className={classes.form} />;
}
