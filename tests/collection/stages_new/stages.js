// Measures in several stages.
cube(`Races`, { sql: `select * from races`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, team: { sql: `team`, type: `string` }, at: { sql: `at`, type: `time` } },
  measures: { points: { sql: `points`, type: `sum` },
    place: { multiStage: true, type: `rank`, orderBy: [{ sql: `${points}`, dir: `desc` }], reduceBy: [team] },
    perTeam: { multiStage: true, sql: `${points}`, type: `sum`, groupBy: [team] },
    best: { multi_stage: true, sql: `${points}`, type: `max`, add_group_by: [id] },
    lastYear: { multiStage: true, sql: `${points}`, type: `number`, timeShift: [{ timeDimension: at, interval: `1 year`, type: `prior` }] } } });
