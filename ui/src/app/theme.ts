import {
  ActionIcon,
  Button,
  createTheme,
  Modal,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { brand } from './brand';

/** What opens over the page stays inside its main landmark. */
const portalProps = { target: '#dessus' };

export const theme = createTheme({
  fontFamily: "'Inter', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  colors: { brand: brand.colours.brand as unknown as MantineColorsTuple },
  primaryColor: 'brand',
  primaryShade: 7,
  defaultRadius: 'md',
  black: brand.colours.ink,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 28 } }),
    Modal: Modal.extend({
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        transitionProps: { duration: 120 },
      },
    }),
    Tooltip: {
      defaultProps: { openDelay: 350, events: { hover: true, focus: true, touch: false } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, portalProps } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 80 },
        portalProps,
        withInitialFocusPlaceholder: false,
      },
    },
    Combobox: { defaultProps: { portalProps } },
  },
});

/** Mantine's own greys and reds fall short of 4.5:1; these do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--ink': brand.colours.ink,
    '--paper': brand.colours.paper,
    '--line': '#dfe6eb',
    '--line-strong': '#a9b6bf',
    '--head': '#e9f1f5',
  },
  light: {
    '--mantine-color-placeholder': '#5c6770',
    '--mantine-color-dimmed': '#4a5560',
    '--mantine-color-error': '#b42318',
    '--mantine-color-default-border': '#8b99a3',
  },
  dark: {},
});
