cube(`A`, {
  extends: Missing, //! E200
  sql: `SELECT ${maybe} ${CUBE.perhaps} ${
    Nowhere.x //! E200
  } ${
    helper() //! E200
  }`,
  measures: { m: { type: `sum`, sql: `${price}`, drillMembers: [status, Elsewhere.y] } }, //! E200
  joins: { Nobody: { sql: `1 = 1`, relationship: `many_to_one` } }, //! E250
});
