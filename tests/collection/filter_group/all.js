// Filters pushed into a cube's own SQL.
cube(`Visits`, {
  sql: `select * from visits where ${FILTER_PARAMS.Visits.at.filter('at')} and ${FILTER_PARAMS.Visits.page.filter((page) => `lower(page) = lower(${page})`)}`,
  measures: { count: { type: `count` } },
  dimensions: {
    page: { sql: `page`, type: `string` },
    at: { sql: `at`, type: `time` },
    local: { sql: `${SQL_UTILS.convertTz(`at`)}`, type: `time` },
  },
});
cube(`Clicks`, {
  sql: `select * from clicks where ${FILTER_GROUP(FILTER_PARAMS.Clicks.page.filter('page'), FILTER_PARAMS.Clicks.at.filter('at'))}`,
  measures: { count: { type: `count` } },
  dimensions: { page: { sql: `page`, type: `string` }, at: { sql: `at`, type: `time` } },
});
