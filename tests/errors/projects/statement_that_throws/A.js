cube(`A`, { sql: `SELECT 1` });
throw new Error('stop'); //! E208
