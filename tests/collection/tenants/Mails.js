// The same, with a loop and a name by template.
const { tenants } = require('./tenants');
const { common } = require('./members');

for (const tenant of tenants) {
  if (tenant.features.includes('mail')) {
    cube(`Mails_${tenant.id}`, {
      sql_table: `${tenant.schema}.mails`,
      measures: { count: { type: `count` }, opened: { type: `count`, filters: [{ sql: `${CUBE}.opened` }] } },
      dimensions: Object.assign({}, common(), { subject: { sql: `subject`, type: `string` } }),
    });
  }
}
