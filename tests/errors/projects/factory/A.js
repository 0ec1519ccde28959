import { make } from './lib';
make(`A`);
make(`B`);
