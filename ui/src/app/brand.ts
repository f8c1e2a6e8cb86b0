import brand from '../../../content/brand/brand.json';
import logo from '../../../content/brand/logo.svg';

/** Name, colours and logo of the owner: data, so that another charter can be put in. */
export { brand, logo };
