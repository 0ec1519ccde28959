import { a } from './A'; //! E233
export const b = a;
