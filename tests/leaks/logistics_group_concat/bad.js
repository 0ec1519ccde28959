cube(`Stops`, {
  sql: `
    SELECT s.tour, d.places
    FROM stops s
    INNER JOIN (SELECT day, group_concat(place, ',') AS places FROM stops GROUP BY day) d ON d.day = s.day
    WHERE ${USER_CONTEXT.haulier.filter('s.haulier')}
  `,
  dimensions: {
    tour: { sql: `tour`, type: `number`, primaryKey: true },
    places: { sql: `places`, type: `string` },
  },
});
