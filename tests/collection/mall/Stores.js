// Indented with tabs.
cube('Stores', {
	sql_table: 'mall.stores',
	public: true,
	data_source: 'default',
	measures: {
		count: { type: 'count' },
		area: { sql: `square_metres`, type: 'sum', aliases: ['size'] },
	},
	dimensions: {
		id: { sql: `id`, type: 'number', primary_key: true },
		name: { sql: `name`, type: 'string' },
		region: { sql: `region`, type: 'string' },
	},
})
