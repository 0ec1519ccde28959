// The same by import, as old guides have it.
import Funnels from 'Funnels';
cube(`SignupFunnel`, { extends: Funnels.eventFunnel({ userId: { sql: `uid` }, time: { sql: `ts` }, steps: [{ name: `visit`, eventsTable: { sql: `visits` } }, { name: `sign_up`, eventsTable: { sql: `signups` } }] }) });
