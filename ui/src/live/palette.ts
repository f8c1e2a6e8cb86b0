import brand from '../../../content/brand/brand.json';

/** Colours that tell series apart, each of them 3:1 on white. */
export const palette: readonly string[] = brand.colours.charts;
export const ink = brand.colours.ink;
