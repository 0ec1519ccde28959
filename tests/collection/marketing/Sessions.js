// Sessions with shares by case and ratios of ratios.
const channels = { ads: 'paid', mail: 'owned', word: 'earned' };

cube(`Sessions`, {
  sql: `SELECT *, CASE WHEN duration > 30 THEN 1 ELSE 0 END AS engaged FROM sessions`,
  sqlAlias: `s`,
  refreshKey: { every: `1 hour` },
  measures: {
    count: { type: `count` },
    engaged: { sql: `engaged`, type: `sum`, shown: false },
    engagedShare: { sql: `1.0 * ${engaged} / NULLIF(${count}, 0)`, type: `number`, format: `percent` },
    bounceShare: { sql: `1 - ${engagedShare}`, type: `number`, format: `percent` },
    ...Object.keys(channels).map((channel) => ({
      [`${channel}Count`]: { type: `count`, filters: [{ sql: `${CUBE}.channel = '${channels[channel]}'` }] },
    })).reduce((all, one) => ({ ...all, ...one }), {}),
  },
  dimensions: {
    id: { sql: `id`, type: `string`, primaryKey: true },
    length: { type: `string`, case: { when: [
      { sql: `duration < 10`, label: `short` },
      { sql: `duration < 60`, label: { sql: `'mid'` } },
    ], else: { label: `long` } } },
    position: { type: `geo`, latitude: { sql: `lat` }, longitude: { sql: `lon` } },
    startedAt: { sql: `started_at`, type: `time` },
  },
});
