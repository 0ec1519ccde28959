const a = 1;
a = 2; //! E202
const a = 3; //! E216
const b = c; //! E201
const c = 1;
