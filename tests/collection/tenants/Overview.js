// What is known of all of them.
cube(`Overview`, {
  sql: `
    -- one row for each tenant
    select tenant, count(*) as leads from all_leads group by 1
  `,
  measures: { leads: { sql: `leads`, type: `sum`, rollingWindow: { trailing: `unbounded` } } },
  dimensions: { tenant: { sql: `tenant`, type: `string`, primaryKey: true, public: true } },
});
