// Calls it.
import { make } from './make';
make('Bikes', 'bikes'); make('Cars', 'cars');
