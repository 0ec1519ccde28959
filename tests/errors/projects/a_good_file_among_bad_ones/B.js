cube(`B`, { sql: nothing }); //! E200
