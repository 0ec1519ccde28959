// A factory whose arguments are optional: what is not given is undefined, and as good as not written.
const region = (name, options = {}) => cube(name, {
  sql: `SELECT * FROM public.sales_${name.toLowerCase()}`,
  title: options.title,
  description: options.description,
  shown: options.shown,
  dataSource: options.dataSource,
  joins: options.joins,
  segments: options.segments,
  preAggregations: options.preAggregations,
  refreshKey: options.refreshKey,
  measures: {
    count: { type: `count`, title: options.countTitle, filters: options.filters, rollingWindow: options.window },
    total: { sql: `amount`, type: `sum`, description: options.description, shown: options.shown }
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, title: options.title },
    city: { sql: `city`, type: `string`, primaryKey: options.key, subQuery: options.subQuery, suggestFilterValues: options.suggest }
  }
});
region('North');
region('South', { title: `The South`, shown: false });
