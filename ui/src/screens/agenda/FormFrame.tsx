import { FormFrame as Frame, type FormFrameProps } from '../../parts/FormFrame';
import { cancel } from '../../words/appointment';

/** A form over the agenda. */
export function FormFrame({
  size = 700,
  ...props
}: Omit<FormFrameProps, 'cancel' | 'size'> & { size?: number }) {
  return <Frame {...props} size={size} yOffset={40} cancel={cancel} />;
}
