// Grain, filters and cases of stages in the newest words.
cube(`Bets`, { sql_table: `bets`,
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, team: { sql: `team`, type: `string` }, at: { sql: `at`, type: `time` },
    currency: { type: `switch`, values: [`USD`, `EUR`] } },
  measures: { amount: { sql: `amount`, type: `sum` }, amount_eur: { sql: `amount_eur`, type: `sum` },
    by_team: { multi_stage: true, sql: `${amount}`, type: `sum`, grain: { keep_only: [team] } },
    free: { multi_stage: true, sql: `${amount}`, type: `sum`, filter: { mode: `relative`, exclude: [team] } },
    shown_amount: { multi_stage: true, type: `number`,
      case: { switch: currency, when: [{ value: `EUR`, sql: `${amount_eur}` }], else: { sql: `${amount}` } } } } });
