// From a visit to an order.
import Funnels from 'Funnels';

cube(`OrderFunnel`, {
  extends: Funnels.eventFunnel({
    userId: { sql: `visitor_id` },
    time: { sql: `happened_at` },
    steps: [
      { name: `visit_site`, eventsView: { sql: `select * from events where kind = 'visit'` } },
      { name: `start_trial`, eventsView: { sql: `select * from events where kind = 'trial'` }, timeToConvert: '7 days' },
      { name: `pay`, eventsTable: { sql: `payments` }, userId: { sql: `payer_id` } },
    ],
  }),
  title: `Orders, step by step`,
});
