// Policies: groups, conditions, rows, members, masks.
cube(`Staff`, { sql: `select * from staff`,
  measures: { count: { type: `count` }, pay: { sql: `pay`, type: `sum`, mask: 0 } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, team: { sql: `team`, type: `string` },
    email: { sql: `email`, type: `string`, mask: { sql: `'hidden'` } } },
  accessPolicy: [
    { group: `admin`, rowLevel: { allowAll: true } },
    { groups: [`lead`, `manager`], conditions: [{ if: securityContext.active }],
      rowLevel: { filters: [{ member: `team`, operator: `equals`, values: [securityContext.team] }] },
      memberLevel: { includes: `*`, excludes: [`pay`] } },
    { group: `*`, memberLevel: { includes: [`count`, `team`] }, memberMasking: { includes: [`email`] },
      rowLevel: { filters: [{ or: [{ member: `team`, operator: `equals`, values: [`open`] }, { member: `team`, operator: `notSet` }] }, { and: [{ member: `id`, operator: `gt`, values: [`10`] }] }] } }
  ] });
