cube(`Subscriptions`, {
  sql: `
    SELECT s.id, p.name AS plan
    FROM plans p
    RIGHT OUTER JOIN subs s ON p.id = s.plan_id
    WHERE ${SECURITY_CONTEXT.org.requiredFilter('s.org')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    plan: { sql: `plan`, type: `string` },
  },
});
