export const table = nothing; //! E200
