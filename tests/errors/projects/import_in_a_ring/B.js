import { a } from './A';
export const b = a; //! E233
