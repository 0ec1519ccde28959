// geo, case, formats, meta, aliases, old flags of suggestions.
cube(`Stores`, { sql: `select * from stores`, title: `Our stores`, description: `One row a store`, meta: { owner: 'retail', tags: ['a', 1, null, true] }, rewriteQueries: true,
  measures: { count: { type: `count`, meta: { unit: 'stores' }, aliases: [`number`] , drillFilters: [{ sql: `${CUBE}.open` }] } },
  dimensions: { id: { sql: `id`, type: `string`, primaryKey: true },
    where: { type: `geo`, latitude: { sql: `${CUBE}.lat` }, longitude: { sql: `${CUBE}.lon` } },
    size: { type: `string`, case: { when: [{ sql: `${CUBE}.m2 > 1000`, label: `big` }, { sql: `${CUBE}.m2 > 100`, label: { sql: `${CUBE}.label` } }], else: { label: `small` } } },
    photo: { sql: `photo`, type: `string`, format: `imageUrl` }, site: { sql: `url`, type: `string`, format: { type: `link`, label: `Site` } },
    rent: { sql: `rent`, type: `number`, format: `currency`, suggestFilterValues: false, aliases: [`lease`] } } });
