// Rolling windows of every form.
cube(`Signups`, { sql: `select * from signups`, dimensions: { at: { sql: `at`, type: `time` } },
  measures: { count: { type: `count` },
    ever: { type: `count`, rollingWindow: { trailing: `unbounded` } },
    week: { type: `count`, rollingWindow: { trailing: `7 day` } },
    next: { type: `count`, rollingWindow: { leading: `1 month`, offset: `start` } },
    fixed: { type: `count`, rollingWindow: { type: `fixed`, trailing: `1 year` } },
    monthToDate: { type: `count`, rollingWindow: { type: `to_date`, granularity: `month` } },
    yearToDate: { type: `count`, rollingWindow: { type: `year_to_date` } },
    quarterToDate: { type: `count`, rollingWindow: { type: `quarter_to_date` } },
    mtd: { type: `count`, rollingWindow: { type: `month_to_date` } },
    flagged: { type: `count`, cumulative: true } } });
