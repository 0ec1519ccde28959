// The built-in funnel.
const Funnels = require('Funnels');
cube(`PurchaseFunnel`, { extends: Funnels.eventFunnel({
  userId: { sql: `user_id` }, time: { sql: `at` },
  steps: [{ name: `view`, eventsView: { sql: `select user_id, at from views` } }, { name: `buy`, eventsView: { sql: `select user_id, at from buys` }, timeToConvert: `7 day` }] }) });
