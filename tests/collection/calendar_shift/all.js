// A calendar whose days know those of a year ago.
cube(`RetailDays`, { sql_table: `retail_days`, calendar: true, dimensions: {
  day: { sql: `day`, type: `time`, primary_key: true,
    granularities: { year: { sql: `${CUBE}.retail_year`, title: `Retail year` } },
    time_shift: [{ interval: `1 year`, type: `prior`, sql: `${CUBE}.day_a_year_ago` }, { name: `last_season`, sql: `${CUBE}.day_last_season` }] } } });
cube(`Sales`, { sql_table: `sales`, joins: { RetailDays: { relationship: `many_to_one`, sql: `${CUBE}.day = ${RetailDays}.day` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true } },
  measures: { total: { sql: `total`, type: `sum` },
    a_season_ago: { multi_stage: true, sql: `${total}`, type: `number`, time_shift: [{ name: `last_season` }] } } });
