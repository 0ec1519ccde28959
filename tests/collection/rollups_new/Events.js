// Pre-aggregations by their newer names, of every type.
cube(`Events`, { sql: `select * from events`,
  joins: { Devices: { relationship: `belongsTo`, sql: `${CUBE}.device_id = ${Devices}.id` } },
  measures: { count: { type: `count` }, bytes: { sql: `bytes`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, deviceId: { sql: `device_id`, type: `number` }, kind: { sql: `kind`, type: `string` }, at: { sql: `at`, type: `time` } },
  segments: { big: { sql: `${CUBE}.bytes > 1000` } },
  preAggregations: {
    main: { measures: [CUBE.count, bytes], dimensions: [kind], segments: [big], timeDimension: at, granularity: `day`, partitionGranularity: `month`,
      refreshKey: { every: `1 hour`, incremental: true, updateWindow: `7 day` }, buildRangeStart: { sql: `SELECT NOW() - interval '1 year'` }, buildRangeEnd: { sql: `SELECT NOW()` },
      indexes: { byKind: { columns: [kind] } }, external: true, scheduledRefresh: true, allowNonStrictDateRangeMatch: true, sqlAlias: `ev` },
    times: { type: `rollup`, measures: [count], timeDimensions: [{ dimension: at, granularity: `week` }] },
    raw: { type: `originalSql`, refreshKey: { sql: `select max(at) from events` }, uniqueKeyColumns: [`id`], partitionGranularity: `day`, timeDimension: at },
    devices: { measures: [count], dimensions: [deviceId], useOriginalSqlPreAggregations: true, refreshKey: { every: `30 minute` } },
    joined: { type: `rollupJoin`, measures: [count], dimensions: [Devices.model], rollups: [Devices.all, CUBE.devices] },
    live: { type: `rollupLambda`, rollups: [main], unionWithSourceData: true }
  } });
cube(`Devices`, { sql: `select * from devices`, measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, model: { sql: `model`, type: `string` } },
  preAggregations: { all: { dimensions: [id, model], indexes: { i: { columns: [id] } } } } });
