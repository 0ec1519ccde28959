for (;;) { } //! E210
cube(`A`, { sql: `SELECT 1`, titel: `x` });
