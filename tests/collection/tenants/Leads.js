// A cube for each tenant that has the feature.
import { tenants } from './tenants';
import { common, counted } from './members';

asyncModule(async () => {
  const found = await tenants;
  found
    .filter(({ features }) => features.includes('crm'))
    .forEach(({ id, schema }) => {
      cube(`Leads_${id}`, {
        sql: `select * from ${schema}.leads`,
        title: `Leads of ${id.charAt(0).toUpperCase()}${id.slice(1)}`,
        measures: { ...counted('Leads') },
        dimensions: { ...common(), [`stage_of_${id}`]: { sql: `stage`, type: `string` } },
      });
    });
});
