// How many users take each of several steps, one after the other: `Funnels.eventFunnel({…})` is a cube to extend.
//
// `sqlOf(value)` is the SQL of a property, `rowsOf(value)` the same where rows are read from, `tool(name)` what templates
// know under a name; `fail` refuses the call.
// The rows are those that Cube's module of this name gives.

const SMALL_WORDS = [
  'and', 'or', 'nor', 'a', 'an', 'the', 'so', 'but', 'to', 'of', 'at', 'by', 'from', 'into', 'on', 'onto', 'off',
  'out', 'in', 'over', 'with', 'for',
];

const INTERVAL = /^\d+ +(second|minute|hour|day|week|month|quarter|year)s?( +\d+ +(second|minute|hour|day|week|month|quarter|year)s?)*$/;

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

// `sign-up and pay` as `Sign-Up and Pay`: the value of the dimension `step`
const titleOf = (name) => {
  const titled = (word) => (SMALL_WORDS.includes(word) ? word : capital(word));
  const words = name.toLowerCase().replace(/_/g, ' ').split(' ');
  return capital(words.map((word) => word.split('-').map(titled).join('-')).join(' '));
};

// `viewProduct`, `View product` as `view_product`: what the tables of a step are called
const aliasOf = (name) => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
  return /^[0-9]/.test(words) ? `_${words}` : words;
};

const events = (step) => `${aliasOf(step.name)}_events`;
const user = (step) => `${aliasOf(step.name)}_user_id`;

const columnsOf = (funnel, step) => {
  const next = step.nextStepUserId ? `, ${sqlOf(step.nextStepUserId.sql)} AS next_join_user_id` : '';
  return `${sqlOf((step.userId || funnel.userId).sql)} AS user_id${next}, ${sqlOf((step.time || funnel.time).sql)} AS t`;
};

const soonEnough = (step, before) => {
  if (!step.timeToConvert) {
    return '';
  }
  const { convertTz } = tool('SQL_UTILS');
  const from = convertTz(`${events(before)}.t`);
  return ` AND ${convertTz(`${events(step)}.t`)} <= ${from.plus(step.timeToConvert)}`;
};

const joined = (funnel, step, before) => {
  const rows = rowsOf((step.eventsCube || step.eventsView || step.eventsTable).sql);
  const table = `(SELECT ${columnsOf(funnel, step)} FROM ${rows}) AS ${events(step)}`;
  if (!before) {
    return table;
  }
  const key = before.nextStepUserId ? 'next_join_user_id' : 'user_id';
  const follows = `${events(step)}.t >= ${events(before)}.t${soonEnough(step, before)}`;
  return `${table} ON ${events(before)}.${key} = ${events(step)}.user_id AND ${follows}`;
};

const taken = (step, first) =>
  `SELECT ${user(step)} AS user_id, ${user(first)} AS first_step_user_id, t, ` +
  `'${titleOf(step.name).replace(/'/g, "''")}' AS step FROM joined_events`;

const query = (funnel) => {
  const { steps } = funnel;
  const users = steps.map((step) => `${events(step)}.user_id AS ${user(step)}`).join(', ');
  const tables = steps.map((step, at) => joined(funnel, step, steps[at - 1])).join('\n    LEFT JOIN ');
  return `WITH joined_events AS (
  SELECT ${users}, ${events(steps[0])}.t
  FROM ${tables}
)
SELECT user_id, first_step_user_id, step, max(t) AS t
FROM (
  ${steps.map((step) => taken(step, steps[0])).join('\n  UNION ALL\n  ')}
) AS event_steps
GROUP BY user_id, first_step_user_id, step`;
};

const checked = (funnel) => {
  for (const key of ['userId', 'time']) {
    if (!funnel || !funnel[key] || !funnel[key].sql) {
      fail(`a funnel needs \`${key}\`, an object with \`sql\``);
    }
  }
  if (!Array.isArray(funnel.steps) || funnel.steps.length === 0) {
    fail('a funnel needs `steps`, a list of objects');
  }
  const known = [];
  for (const [at, step] of funnel.steps.entries()) {
    if (typeof step.name !== 'string' || aliasOf(step.name).replace(/_/g, '') === '') {
      fail(`step ${at + 1} of a funnel needs a \`name\` with letters or digits in it`);
    }
    const rows = step.eventsCube || step.eventsView || step.eventsTable;
    if (!rows || !rows.sql) {
      fail(`step \`${step.name}\` needs \`eventsView\`, \`eventsCube\` or \`eventsTable\`, an object with \`sql\``);
    }
    if (known.includes(aliasOf(step.name))) {
      fail(`two steps of a funnel are called \`${step.name}\``);
    }
    if (at === 0 && step.timeToConvert) {
      fail('the first step of a funnel has none before it: `timeToConvert` stands at later ones');
    }
    if (step.timeToConvert && !INTERVAL.test(step.timeToConvert)) {
      fail(`\`timeToConvert\` of step \`${step.name}\` is no interval: numbers and units, \`1 day\``);
    }
    known.push(aliasOf(step.name));
  }
  return funnel;
};

// Not written inside of `cube(…)`: names of the model would stand before those of this file there.
const bodyOf = (funnel) => ({
  sql: () => query(funnel),
  measures: {
    conversions: { sql: () => 'user_id', type: 'count' },
    firstStepConversions: { sql: () => 'first_step_user_id', type: 'countDistinct', shown: false },
    conversionsPercent: {
      sql: (CUBE) =>
        `CASE WHEN ${CUBE.firstStepConversions} > 0 THEN 1.0 * ${CUBE.conversions} / ${CUBE.firstStepConversions} END`,
      type: 'number',
      format: 'percent',
    },
  },
  dimensions: {
    id: {
      sql: (CUBE) => `CAST(${CUBE}.first_step_user_id AS VARCHAR) || CAST(${CUBE}.t AS VARCHAR) || ${CUBE}.step`,
      type: 'string',
      primaryKey: true,
    },
    userId: { sql: () => 'user_id', type: 'string', shown: false },
    firstStepUserId: { sql: () => 'first_step_user_id', type: 'string', shown: false },
    time: { sql: () => 't', type: 'time' },
    step: { sql: () => 'step', type: 'string' },
  },
});

module.exports = { eventFunnel: (funnel) => cube(bodyOf(checked(funnel))) };
