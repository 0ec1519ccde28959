const a = 1;
a = 2;
const a = 3; //! E216
const b = c;
const c = 1;
